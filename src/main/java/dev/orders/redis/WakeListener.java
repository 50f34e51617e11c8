package dev.orders.redis;

import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Blocks on the wake markers, on a connection of its own. A marker says "there may be work", no
 * more: one that is lost with its reply costs a second, never a task. Used by one thread at a time.
 */
final class WakeListener implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final RedisLink link;
  private final Partitions partitions;
  private @Nullable StatefulRedisConnection<String, String> connection;

  WakeListener(RedisLink link, Partitions partitions) {
    this.link = link;
    this.partitions = partitions;
  }

  /** Returns when a marker was set or the time is over. Throws Lettuce's exceptions. */
  void await(List<String> queues, Duration atMost) throws Exception {
    Duration wait = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
    if (wait.toMillis() < 1) {
      return;
    }
    String[] markers = markers(queues);
    double seconds = wait.toMillis() / 1000.0;
    RedisLink.await(connection().async().bzpopmin(seconds, markers), wait.plus(GRACE));
  }

  private String[] markers(List<String> queues) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < partitions.count(); i++) {
      Keys.Partition partition = partitions.at(i);
      queues.forEach(queue -> keys.add(partition.wake(queue)));
    }
    return keys.toArray(String[]::new);
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
