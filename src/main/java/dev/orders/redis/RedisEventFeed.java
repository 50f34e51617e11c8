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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Follows the partitions' event streams on a connection of its own, from the moment it was made.
 */
final class RedisEventFeed implements EventFeed {

  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration GRACE = Duration.ofSeconds(4);
  private static final int BATCH = 500;

  private final Requests requests;
  private final StatefulRedisConnection<String, String> connection;
  private final List<String> streams;
  private final Map<String, String> positions = new LinkedHashMap<>();

  RedisEventFeed(RedisLink link, Requests requests, Partitions partitions) {
    this.requests = requests;
    this.streams =
        IntStream.range(0, partitions.count()).mapToObj(i -> partitions.at(i).events()).toList();
    for (String stream : streams) {
      List<StreamMessage<String, String>> last =
          requests.read(redis -> redis.xrevrange(stream, Range.unbounded(), Limit.from(1)));
      positions.put(stream, last.isEmpty() ? "0-0" : last.get(0).getId());
    }
    try {
      connection = link.dedicated();
    } catch (RuntimeException e) {
      throw requests.explain(e);
    }
  }

  @Override
  public List<Event> next(Duration atMost) {
    Duration wait = atMost.compareTo(LONGEST) > 0 ? LONGEST : atMost;
    long millis = Math.max(1, wait.toMillis());
    try {
      return events(
          RedisLink.await(
              connection.async().xread(XReadArgs.Builder.block(millis).count(BATCH), offsets()),
              wait.plus(GRACE)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.UNREACHABLE, "interrupted while following events", e);
    } catch (Exception e) {
      throw requests.explain(e);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type, as Lettuce wants it
  private StreamOffset<String>[] offsets() {
    return positions.entrySet().stream()
        .map(entry -> StreamOffset.from(entry.getKey(), entry.getValue()))
        .toArray(StreamOffset[]::new);
  }

  private List<Event> events(List<StreamMessage<String, String>> messages) {
    List<Event> events = new ArrayList<>();
    for (StreamMessage<String, String> message : messages) {
      positions.put(message.getStream(), message.getId());
      events.addAll(EventEntry.read(streams.indexOf(message.getStream()), message));
    }
    return events;
  }

  @Override
  public void close() {
    connection.close();
  }
}
