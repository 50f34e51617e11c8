package dev.orders.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a wake marker. One says "there may be work", no more: one that is lost with its reply
 * costs a second, never a task. Used by one thread at a time.
 *
 * <p>In one partition it blocks, on a connection of its own. On a Cluster nobody can block on
 * several partitions at once, and a connection for each of 64 would be many: there it looks again
 * and again, in one round trip to each master, after a pause that grows while all is quiet.
 */
final class WakeListener implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);
  private static final long SHORTEST_PAUSE_MS = 10;
  private static final long LONGEST_PAUSE_MS = 150;

  private final RedisLink link;
  private final WakeMarkers markers;
  private final Duration longest;
  private @Nullable StatefulRedisConnection<String, String> connection;

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

  /** Returns when a marker was set or the time is over. Throws Lettuce's exceptions. */
  void await(List<String> queues, Duration atMost) throws Exception {
    Duration wait = atMost.compareTo(longest) > 0 ? longest : atMost;
    if (wait.toMillis() < 1) {
      return;
    }
    String[] names = markers.names(queues);
    if (names.length == 0) {
      link.intermission().await(wait.toMillis(), wait.toMillis());
    } else if (link.isCluster() || names.length > queues.size()) {
      look(queues, wait);
    } else {
      double seconds = wait.toMillis() / 1000.0;
      RedisLink.await(connection().async().bzpopmin(seconds, names), wait.plus(GRACE));
    }
  }

  private void look(List<String> queues, Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    long pause = SHORTEST_PAUSE_MS;
    while (!markers.areSet(queues) && System.nanoTime() < deadline) {
      link.intermission().await(pause / 2, pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 3 / 2);
    }
  }

  private synchronized StatefulRedisConnection<String, String> connection() {
    if (connection == null) {
      connection = link.dedicated();
    }
    return connection;
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
