package dev.orders.redis;

import java.time.Duration;
import java.util.List;

/**
 * Looks out for wake markers where no request can wait for all of them. On a Cluster nobody can
 * block on several partitions at once, and a connection for each of 64 would be many; and some
 * users may not block. So it looks again and again, in one round trip to each master, after a pause
 * that grows while all is quiet. Thread-safe.
 */
final class WakeLookout {

  private static final long SHORTEST_PAUSE_MS = 10;
  private static final long LONGEST_PAUSE_MS = 150;

  private final RedisLink link;
  private final WakeMarkers markers;

  WakeLookout(RedisLink link, WakeMarkers markers) {
    this.link = link;
    this.markers = markers;
  }

  /** Looks until a marker is set or the time is over, and leaves it to be collected. */
  void look(List<String> queues, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    long pause = SHORTEST_PAUSE_MS;
    if (markers.areTogether()) {
      // Of one partition nobody collects them: where something is due soon, a marker that is looked
      // at at once would be found at once, again and again.
      pause(LONGEST_PAUSE_MS);
    }
    while (!markers.areSet(queues) && System.nanoTime() < deadline) {
      pause(pause);
      pause = Math.min(LONGEST_PAUSE_MS, pause * 3 / 2);
    }
  }

  private void pause(long atMostMs) throws InterruptedException {
    link.intermission().await(atMostMs / 2, atMostMs);
  }
}
