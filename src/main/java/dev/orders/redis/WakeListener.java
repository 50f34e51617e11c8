package dev.orders.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a wake marker. One says "there may be work", no more: one that is lost with its reply
 * costs a second, never a task. Used by one thread at a time.
 *
 * <p>In one partition it blocks, on a connection of its own. On a Cluster nobody can block on
 * several partitions at once, and a connection for each of 64 would be many: there it looks again
 * and again, in one round trip to each master, after a pause that grows while all is quiet. So it
 * does for a user who may not block, but never without a pause.
 */
final class WakeListener implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(WakeListener.class);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  /** Redis 6.2 takes a single millisecond for no limit. */
  private static final long SHORTEST_MS = 2;

  private static final long SHORTEST_PAUSE_MS = 10;
  private static final long LONGEST_PAUSE_MS = 150;

  private final RedisLink link;
  private final WakeMarkers markers;
  private final Duration longest;
  private volatile boolean mayBlock = true;
  private @Nullable WaitingLine line;

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

  /** True when one request can wait for all markers. */
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

  /** Looks until a marker is set or the time is over, and leaves it to be collected. */
  void look(List<String> queues, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long pause = SHORTEST_PAUSE_MS;
    if (!mayBlock) {
      // Nobody takes the marker away where something is due soon: looked at at once, it would be
      // found at once, again and again.
      link.intermission().await(LONGEST_PAUSE_MS / 2, LONGEST_PAUSE_MS);
    }
    while (!markers.areSet(queues) && System.nanoTime() < deadline) {
      link.intermission().await(pause / 2, pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 3 / 2);
    }
  }

  private synchronized WaitingLine line() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (line == null) {
      line = link.waitingLine();
    }
    return line;
  }

  @Override
  public synchronized void close() {
    if (line != null) {
      line.close();
      line = null;
    }
  }
}
