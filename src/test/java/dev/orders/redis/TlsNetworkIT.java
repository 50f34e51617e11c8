package dev.orders.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.BrokerException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several servers that speak TLS: with their clients, with each other, and as Sentinel. */
@Timeout(120)
class TlsNetworkIT {

  private static final int ORDERS = 12;

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static Certificate certificate;

  private final List<RedisNode> nodes = new ArrayList<>();

  @BeforeAll
  static void certify() {
    certificate = Certificate.make(directory, "ip:127.0.0.1");
  }

  @AfterEach
  void stop() {
    nodes.forEach(RedisNode::kill);
  }

  @Test
  void should_work_on_a_cluster_whether_it_is_called_one_or_not() {
    startCluster();
    String url = "rediss://127.0.0.1:" + nodes.get(0).portAbove();

    passThrough(url, () -> {});
    passThrough(url.replace("rediss:", "rediss-cluster:"), () -> {});

    assertThat(nodes).allSatisfy(node -> assertThat(node.ask("DBSIZE")).isNotEqualTo(":0"));
    try (RedisStore stranger =
        RedisStore.connect(new RedisOptions(url, null, "x", TestStore.RETENTION))) {
      assertThatThrownBy(() -> stranger.inspector().newest())
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("ORDERS_REDIS_CA_FILE");
    }
  }

  @Test
  void should_follow_a_sentinel_to_another_master() {
    RedisNode first = start("");
    RedisNode second = start("replicaof 127.0.0.1 " + first.portAbove());
    await().atMost(60, SECONDS).until(() -> first.tell("ROLE").contains("127.0.0.1"));
    RedisNode sentinel =
        start("sentinel monitor shop 127.0.0.1 " + first.portAbove() + " 1", "--sentinel");
    await().until(() -> sentinel.tell("INFO sentinel").contains("slaves=1"));

    passThrough(
        "rediss-sentinel://127.0.0.1:" + sentinel.portAbove() + "/0#shop",
        () -> {
          await().until(() -> sentinel.tell("SENTINEL FAILOVER shop").equals("+OK\r\n"));
          await().atMost(60, SECONDS).until(() -> second.tell("ROLE").contains("master"));
        });

    assertThat(second.ask("DBSIZE")).isNotEqualTo(":0");
  }

  private static void passThrough(String url, Runnable halfWay) {
    RedisAccess access = new RedisAccess(null, null, certificate.file(), null, null);
    try (Relay relay = new Relay(url, access, ORDERS)) {
      CompletableFuture<Void> worker = relay.work();
      relay.submit(halfWay);
      relay.finish(worker);
      relay.check();
    }
  }

  /** Two masters, each with half of the slots. */
  private void startCluster() {
    for (int i = 0; i < 2; i++) {
      RedisNode node = start("tls-cluster yes\ncluster-enabled yes\nappendfsync always");
      node.ask("CLUSTER SET-CONFIG-EPOCH " + (i + 1));
      node.ask("CLUSTER MEET 127.0.0.1 " + nodes.get(0).portAbove());
      node.ask("CLUSTER ADDSLOTS " + slots(8_192 * i, 8_192 * (i + 1)));
    }
    for (RedisNode node : nodes) {
      await().atMost(60, SECONDS).until(() -> node.tell("CLUSTER INFO").contains("state:ok"));
    }
  }

  private static String slots(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  private RedisNode start(String configuration, String... options) {
    String whole =
        """
        tls-cert-file %1$s
        tls-key-file %2$s
        tls-ca-cert-file %1$s
        tls-auth-clients no
        tls-replication yes
        appendonly yes
        save ""
        repl-diskless-sync yes
        repl-diskless-sync-delay 0
        %3$s
        """
            .formatted(certificate.file(), certificate.key(), configuration);
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--tls-port", "ABOVE"));
    RedisNode node = RedisNode.configured(whole, all.toArray(String[]::new));
    nodes.add(node);
    return node;
  }
}
