package dev.orders.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A master with two replicas, watched by three Sentinels, all with passwords, made of the bundled
 * binary; it ends with this JVM. Tests keep apart by namespaces.
 */
public final class TestSentinels {

  /** The password of master and replicas. */
  public static final String PASSWORD = "s3cr3t-data";

  /** The Sentinels' own. */
  public static final String SENTINEL_PASSWORD = "s3cr3t-watch";

  private static final String NAME = "shop";

  private final List<RedisNode> servers = new ArrayList<>();
  private final List<RedisNode> sentinels = new ArrayList<>();

  private TestSentinels() {
    RedisNode first = server("");
    servers.add(first);
    servers.add(server("replicaof 127.0.0.1 " + first.port()));
    servers.add(server("replicaof 127.0.0.1 " + first.port()));
    await().atMost(120, SECONDS).until(() -> replication(first).contains("connected_slaves:2"));
    for (int i = 0; i < 3; i++) {
      sentinels.add(sentinel(first.port()));
    }
    awaitWhole();
  }

  /** The ones that all tests of this JVM share, who leave them as whole as they found them. */
  public static TestSentinels shared() {
    Shared.SENTINELS.awaitWhole();
    return Shared.SENTINELS;
  }

  private static RedisNode server(String role) {
    return RedisNode.configured(
        """
        requirepass %s
        masterauth %s
        appendonly yes
        appendfsync no
        save ""
        repl-diskless-sync yes
        repl-diskless-sync-delay 0
        repl-ping-replica-period 1
        %s
        """
            .formatted(PASSWORD, PASSWORD, role));
  }

  private static RedisNode sentinel(int master) {
    return RedisNode.configured(
        """
        requirepass %s
        sentinel monitor shop 127.0.0.1 %d 2
        sentinel auth-pass shop %s
        sentinel down-after-milliseconds shop 1000
        sentinel failover-timeout shop 6000
        sentinel parallel-syncs shop 2
        """
            .formatted(SENTINEL_PASSWORD, master, PASSWORD),
        "--sentinel");
  }

  /** All Sentinels know each other and one master, which both others follow. */
  void awaitWhole() {
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(180, SECONDS)
        .ignoreExceptions()
        .until(
            () ->
                sentinels.stream().allMatch(this::isAtEase)
                    && replication(master()).contains("connected_slaves:2")
                    && servers.stream().map(TestSentinels::replication).allMatch(this::isLinked));
  }

  private boolean isLinked(String replication) {
    return replication.contains("role:master") || replication.contains("master_link_status:up");
  }

  private boolean isAtEase(RedisNode sentinel) {
    String master = ask(sentinel, "INFO sentinel");
    return master.contains("status=ok,address=127.0.0.1:" + master().port())
        && master.contains("slaves=2,sentinels=3");
  }

  private static String ask(RedisNode sentinel, String command) {
    return sentinel.tell("AUTH " + SENTINEL_PASSWORD + "\r\n" + command);
  }

  private static String replication(RedisNode server) {
    return askServer(server, "INFO replication");
  }

  /** What a server answers. */
  static String askServer(RedisNode server, String command) {
    return server.tell("AUTH " + PASSWORD + "\r\n" + command);
  }

  /** The master, as the first Sentinel sees it. */
  RedisNode master() {
    String answer = ask(sentinels.get(0), "SENTINEL GET-MASTER-ADDR-BY-NAME " + NAME);
    return servers.stream()
        .filter(server -> answer.contains("\r\n" + server.port() + "\r\n"))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(answer));
  }

  /** Has a Sentinel make another the master, as an operator would; returns when it is one. */
  void failOver() {
    RedisNode before = master();
    await()
        .atMost(120, SECONDS)
        .until(() -> ask(sentinels.get(0), "SENTINEL FAILOVER " + NAME).contains("+OK\r\n+OK"));
    await().atMost(120, SECONDS).until(() -> master() != before);
  }

  /** Such as {@code redis-sentinel://127.0.0.1:26379,127.0.0.1:26380/0#shop}; no password. */
  public String url() {
    return "redis-sentinel://"
        + sentinels.stream().map(one -> "127.0.0.1:" + one.port()).collect(Collectors.joining(","))
        + "/0#"
        + NAME;
  }

  private static final class Shared {
    static final TestSentinels SENTINELS = new TestSentinels();
  }
}
