package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the orders are parted, as settled in {@code meta} at first use and read once a connection.
 * One partition on a single Redis, 64 on a Cluster; an order's partition is its id modulo their
 * number.
 */
final class Partitions {

  /** Grows whenever the meaning of a key changes. */
  static final String SCHEMA = "1";

  private static final String ON_ONE_SERVER = "1";

  /** 21, 22 and 21 on three masters. */
  private static final String ON_A_CLUSTER = "64";

  private final Keys keys;
  private final Requests requests;
  private @Nullable Meta meta;

  private record Meta(int count, String instance) {}

  Partitions(Keys keys, Requests requests) {
    this.keys = keys;
    this.requests = requests;
  }

  /** How many there are. */
  int count() {
    return meta().count();
  }

  /** The random id of this installation. */
  String instance() {
    return meta().instance();
  }

  /** The partition of an order. */
  Keys.Partition of(long orderId) {
    return keys.partition(orderId % count());
  }

  /** The number of the partition in which orders with an idempotency key meet. */
  int numberOf(String idempotencyKey) {
    return Math.floorMod(idempotencyKey.hashCode(), count());
  }

  /** The partition of that number. */
  Keys.Partition at(int number) {
    return keys.partition(number);
  }

  /** Reads from every one of them, in one round trip; answers by their numbers. */
  <T> List<T> each(
      BiFunction<RedisClusterAsyncCommands<String, String>, Keys.Partition, RedisFuture<T>>
          command) {
    return requests.readAll(
        redis -> IntStream.range(0, count()).mapToObj(i -> command.apply(redis, at(i))).toList());
  }

  private synchronized Meta meta() {
    if (meta == null) {
      meta = meta(ask("settle"));
    }
    return meta;
  }

  /** False when nobody has settled anything yet, or it is gone. Settles nothing. */
  synchronized boolean areSettled() {
    if (meta == null) {
      List<Object> found = ask("look");
      meta = found.get(4).equals(0L) ? meta(found) : null;
    }
    return meta != null;
  }

  private List<Object> ask(String how) {
    List<Object> found =
        requests.run(
            Script.META,
            keys.meta(),
            List.of(ON_ONE_SERVER, SCHEMA, RandomId.next(), ON_A_CLUSTER, how));
    if (found.get(3).equals(1L)) {
      requests.becomeCluster();
    }
    return found;
  }

  private static Meta meta(List<Object> found) {
    if (!SCHEMA.equals(found.get(1))) {
      throw new BrokerException(
          Reason.INCOMPATIBLE,
          "this Redis holds data of schema %s, this program knows schema %s. Use the matching version of orders, or another --namespace."
              .formatted(found.get(1), SCHEMA),
          null);
    }
    return new Meta(Integer.parseInt((String) found.get(0)), (String) found.get(2));
  }
}
