package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.EventFeed;
import io.lettuce.core.Limit;
import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the partitions' event streams from the moment it was made. One stream is waited for on a
 * connection of its own; several, which may lie on several servers, are looked at again and again,
 * all in one round trip.
 */
final class RedisEventFeed implements EventFeed {

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(4);
  private static final int BATCH = 500;
  private static final long PAUSE_MS = 100;

  private final RedisLink link;
  private final Requests requests;
  private final Partitions partitions;
  private final Intermission intermission;
  private final @Nullable StatefulRedisConnection<String, String> connection;
  private final List<String> positions = new ArrayList<>();

  RedisEventFeed(RedisLink link, Requests requests, Partitions partitions) {
    this.link = link;
    this.requests = requests;
    this.partitions = partitions;
    this.intermission = link.intermission();
    partitions
        .each(
            (redis, partition) ->
                redis.xrevrange(partition.events(), Range.unbounded(), Limit.from(1)))
        .forEach(last -> positions.add(last.isEmpty() ? "0-0" : last.get(0).getId()));
    try {
      connection = partitions.count() == 1 && !link.isCluster() ? link.dedicated() : null;
    } catch (RuntimeException e) {
      throw requests.explain(e);
    }
  }

  @Override
  public List<Event> next(Duration atMost) {
    Duration wait = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
    try {
      return connection == null ? look(wait) : block(connection, wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.UNREACHABLE, "interrupted while following events", e);
    } catch (Exception e) {
      throw e instanceof BrokerException known ? known : requests.explain(e);
    }
  }

  @SuppressWarnings("unchecked") // an array of a generic type, as Lettuce wants it
  private List<Event> block(StatefulRedisConnection<String, String> own, Duration wait)
      throws Exception {
    XReadArgs args = XReadArgs.Builder.block(Math.max(1, wait.toMillis())).count(BATCH);
    return events(0, Awaiting.future(own.async().xread(args, offset(0)), wait.plus(GRACE)));
  }

  private List<Event> look(Duration wait) throws InterruptedException {
    long deadline = System.nanoTime() + wait.toNanos();
    List<Event> events = read();
    while (events.isEmpty() && System.nanoTime() < deadline) {
      intermission.await(PAUSE_MS / 2, PAUSE_MS);
      events = read();
    }
    return events;
  }

  /** What has come into any stream, in the order of its time. */
  @SuppressWarnings("unchecked") // as above
  private List<Event> read() {
    List<List<StreamMessage<String, String>>> streams =
        requests.readAll(
            redis ->
                IntStream.range(0, positions.size())
                    .mapToObj(i -> redis.xread(XReadArgs.Builder.count(BATCH), offset(i)))
                    .toList());
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < streams.size(); i++) {
      events.addAll(events(i, streams.get(i)));
    }
    events.sort(Comparator.comparing(Event::at));
    return events;
  }

  private StreamOffset<String> offset(int partition) {
    return StreamOffset.from(partitions.at(partition).events(), positions.get(partition));
  }

  private List<Event> events(int partition, List<StreamMessage<String, String>> messages) {
    List<Event> events = new ArrayList<>();
    for (StreamMessage<String, String> message : messages) {
      positions.set(partition, message.getId());
      events.addAll(EventEntry.read(partition, message));
    }
    return events;
  }

  @Override
  public void close() {
    if (connection != null) {
      link.giveBack(connection);
    }
  }
}
