package dev.orders.redis;

import dev.orders.queue.Auditor;
import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Operations;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.Map;
import java.util.function.Function;

/**
 * The room's front door: everything the queue needs, on one Redis. Connects at the first request.
 * Thread-safe.
 */
public final class RedisStore implements AutoCloseable {

  private final RedisLink link;
  private final Requests requests;
  private final RedisIntake intake;
  private final RedisIntake durableIntake;
  private final RedisBroker broker;
  private final RedisOperations operations;
  private final RedisInspector inspector;
  private final Eraser eraser;
  private final RedisAuditor auditor;

  private RedisStore(RedisOptions options, boolean isBrief) {
    Keys keys = new Keys(options.namespace());
    link = new RedisLink(options, isBrief);
    requests = new Requests(link, options.patience());
    Partitions partitions = new Partitions(keys, requests);
    intake = new RedisIntake(requests, partitions, null);
    durableIntake =
        new RedisIntake(requests, partitions, new Guarantor(link, requests, options.patience()));
    broker = new RedisBroker(link, requests, partitions, keys, options.retention());
    operations = new RedisOperations(requests, partitions, options.retention());
    inspector = new RedisInspector(link, requests, partitions, keys);
    eraser = new Eraser(requests, keys);
    auditor = new RedisAuditor(requests, partitions, keys, inspector, options.retention());
  }

  /**
   * Prepares the store; nothing is sent before the first request.
   *
   * @throws IllegalArgumentException when the URL cannot be understood
   */
  public static RedisStore connect(RedisOptions options) {
    return new RedisStore(options, false);
  }

  /** As {@link #connect}, for a command that is over in a moment: quick to start, not to work. */
  public static RedisStore connectBriefly(RedisOptions options) {
    return new RedisStore(options, true);
  }

  /**
   * Goes through what a brief store does first, so that it is loaded by the time it is needed.
   * Talks to nobody.
   */
  public static void rehearse() throws Exception {
    Monologue.hold();
  }

  /** Where orders come in. */
  public Intake intake() {
    return intake;
  }

  /** Where orders come in, each receipt with its durability; slower. */
  public Intake durableIntake() {
    return durableIntake;
  }

  /** What workers change. */
  public Broker broker() {
    return broker;
  }

  /** What operators change. */
  public Operations operations() {
    return operations;
  }

  /** Whether the books balance. */
  public Auditor auditor() {
    return auditor;
  }

  /** Reads. */
  public Inspector inspector() {
    return inspector;
  }

  /** Deletes every key of this namespace: the end of one that was made to try something out. */
  public void erase() {
    eraser.erase();
  }

  /** What the server tells of itself. */
  public ServerReading serverReading() {
    return ServerReading.of(
        Hazards.fields(requests.read(redis -> redis.info())),
        orNone(redis -> redis.configGet("*append*")));
  }

  /** Not every user may ask. */
  private Map<String, String> orNone(
      Function<RedisClusterAsyncCommands<String, String>, RedisFuture<Map<String, String>>>
          question) {
    try {
      return requests.read(question);
    } catch (BrokerException refused) {
      return Map.of();
    }
  }

  /** Host and port, for messages. */
  public String address() {
    return link.address();
  }

  @Override
  public void close() {
    broker.close();
    link.close();
  }
}
