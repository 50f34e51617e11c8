package dev.orders.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a wake marker, blocking, on a connection of its own. A marker says "there may be work",
 * no more: one that is lost with its reply costs a second, never a task. Used by one thread at a
 * time; any may close it, and the next wait opens another connection.
 */
final class WakeListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WakeListener.class);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Redis 6.2 takes a single millisecond for no limit. */
  private static final long SHORTEST_MS = 2;

  private final RedisLink link;
  private final WakeMarkers markers;
  private final Duration longest;
  private volatile boolean mayBlock = true;
  private @Nullable WaitingLine line;
  private int closings;

  WakeListener(RedisLink link, WakeMarkers markers) {
    this(link, markers, LONGEST);
  }

  /**
   * @param longest how long it blocks at most, whatever is asked for
   */
  WakeListener(RedisLink link, WakeMarkers markers, Duration longest) {
    this.link = link;
    this.markers = markers;
    this.longest = longest;
  }

  /** True when one request can wait for all markers; else a {@link WakeLookout} can. */
  boolean canBlock(List<String> queues) {
    return mayBlock
        && !link.isCluster()
        && markers.areTogether()
        && markers.names(queues).length > 0;
  }

  /**
   * Blocks until a marker is set or the time is over, and answers what a script then answers. Redis
   * has it behind the wait already, and runs it before anybody here could have heard of the marker.
   * Throws Lettuce's exceptions.
   */
  List<Object> await(List<String> queues, Duration atMost, ScriptCall script) throws Exception {
    Duration wait = atMost.compareTo(longest) > 0 ? longest : atMost;
    double seconds = Math.max(SHORTEST_MS, wait.toMillis()) / 1000.0;
    WaitingLine now = line();
    RedisAsyncCommands<String, String> redis = now.commands();
    RedisFuture<?> marker = redis.bzpopmin(seconds, markers.names(queues));
    List<Object> answer =
        script.<List<Object>>sentBy(redis).answer(redis, wait.plus(GRACE), now.awaiting());
    marker.whenComplete((any, trouble) -> heed(trouble));
    return answer;
  }

  /** Where nobody may block it would never wait, and ask without a pause. */
  private void heed(@Nullable Throwable trouble) {
    if (trouble != null && Trouble.isNotServed(trouble)) {
      mayBlock = false;
      LOG.warn(
          "Redis does not serve BZPOPMIN to this user, so it is looked for work several times a"
              + " second instead: {}. Allow it the command, see docs/operations.md.",
          trouble.getMessage());
    }
  }

  private WaitingLine line() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int before;
    synchronized (this) {
      if (line != null) {
        return line;
      }
      before = closings;
    }
    return keep(link.waitingLine(), before); // may take long, and who closes this does not wait
  }

  private WaitingLine keep(WaitingLine opened, int before) {
    synchronized (this) {
      if (closings == before) {
        line = opened;
        return opened;
      }
    }
    opened.close();
    throw new RedisException("closed while the connection was being opened");
  }

  @Override
  public synchronized void close() {
    closings++;
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
