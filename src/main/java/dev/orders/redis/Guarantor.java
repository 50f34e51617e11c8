package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Durability;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.IntegerListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.ProtocolKeyword;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Runs a script and has Redis vouch for what it wrote, by the first of these that this server can
 * do:
 *
 * <ol>
 *   <li>WAITAOF, from Redis 7.2 on: the server has forced its append-only file to disk;
 *   <li>an append-only file that is forced before every answer ({@code appendfsync always});
 *   <li>WAIT: a replica has received it.
 * </ol>
 *
 * <p>Waiting counts only on the connection that wrote. When that was cut in between, the script is
 * sent again, which writes on the new connection and changes nothing that has been done. What
 * cannot be vouched for has been written all the same. Thread-safe.
 *
 * @see <a href="https://redis.io/docs/latest/commands/wait/">WAIT</a>
 * @see <a href="https://redis.io/docs/latest/commands/waitaof/">WAITAOF</a>
 */
final class Guarantor {

  /** After a wait in vain, so that a batch without its replica does not wait for each chunk. */
  private static final Duration SHORT = Duration.ofMillis(20);

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final RedisLink link;
  private final Requests requests;
  private final Duration patience;

  /** On a Cluster each master has a replica of its own, and a connection. */
  private final Set<RedisClusterAsyncCommands<String, String>> inVain =
      ConcurrentHashMap.newKeySet();

  /**
   * @param patience how long to wait for the disk or a replica
   */
  Guarantor(RedisLink link, Requests requests, Duration patience) {
    this.link = link;
    this.requests = requests;
    this.patience = patience;
  }

  /** What a script answered, and what it is worth. */
  record Vouched(List<Object> answer, Durability durability) {}

  /** Runs a script that answers a list. */
  Vouched list(Script script, String key, List<String> arguments) {
    ScriptCall call = new ScriptCall(script, key, arguments);
    @Nullable Vouched[] acknowledged = new Vouched[1];
    try {
      return requests.patiently(
          redis -> {
            RedisClusterAsyncCommands<String, String> owner = link.owner(key);
            long cuts = link.cuts();
            List<Object> answer = call.<List<Object>>sentBy(owner).answer(owner, patience);
            acknowledged[0] = new Vouched(answer, lost());
            Durability durability = vouch(owner);
            if (link.cuts() != cuts) {
              throw new RedisException("the connection was cut");
            }
            return new Vouched(answer, durability);
          });
    } catch (BrokerException e) {
      if (acknowledged[0] == null) {
        throw e;
      }
      return acknowledged[0];
    }
  }

  private static Durability lost() {
    return Durability.none("the connection was lost before Redis could vouch for it");
  }

  private Durability vouch(RedisClusterAsyncCommands<String, String> redis) throws Exception {
    List<Long> forced = orElse(List.of(), waitAof(redis));
    if (!forced.isEmpty()) {
      return waited(redis, forced.get(0) > 0, "on disk (WAITAOF)", "the disk was not forced");
    }
    Map<String, String> append = orElse(Map.of(), redis.configGet("*append*"));
    if (AppendOnly.isForcedAtOnce(append)) {
      return Durability.by("on disk (appendfsync always)");
    }
    if (orElse("", redis.info("replication")).contains("connected_slaves:0")) {
      return Durability.none("no replica is connected, and " + AppendOnly.describe(append));
    }
    long replicas = orElse(0L, redis.waitForReplication(1, millis(redis)));
    return waited(redis, replicas > 0, "on a replica (WAIT)", "no replica confirmed it");
  }

  private Durability waited(
      RedisClusterAsyncCommands<String, String> redis, boolean isDone, String how, String why) {
    if (isDone) {
      inVain.remove(redis);
      return Durability.by(how);
    }
    String time = Long.toString(millis(redis));
    inVain.add(redis);
    return Durability.none(why + " within " + time + " ms");
  }

  private long millis(RedisClusterAsyncCommands<String, String> redis) {
    return (inVain.contains(redis) ? SHORT : patience).toMillis();
  }

  private RedisFuture<List<Long>> waitAof(RedisClusterAsyncCommands<String, String> redis) {
    return redis.dispatch(
        new WaitAof(),
        new IntegerListOutput<>(StringCodec.UTF8),
        new CommandArgs<>(StringCodec.UTF8).add(1).add(0).add(millis(redis)));
  }

  /** What Redis answers; the other when it does not know the command, or we may not use it. */
  private <T> T orElse(T other, RedisFuture<T> answer) throws Exception {
    try {
      return Awaiting.future(answer, patience.plus(GRACE));
    } catch (RedisCommandExecutionException refused) {
      return other;
    }
  }

  /** Lettuce does not have it. */
  private static final class WaitAof implements ProtocolKeyword {

    @Override
    public byte[] getBytes() {
      return "WAITAOF".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
      return "WAITAOF";
    }
  }
}
