package dev.orders.redis;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A Cluster of three masters and three replicas, made of the bundled binary; it ends with this JVM.
 * Tests keep apart by namespaces.
 */
public final class TestCluster {

  private static final int MASTERS = 3;
  private static final int SLOTS = 16_384;

  private final List<RedisNode> nodes = new ArrayList<>();

  private TestCluster() {
    for (int i = 0; i < 2 * MASTERS; i++) {
      nodes.add(
          RedisNode.start(
              "--cluster-enabled",
              "yes",
              "--cluster-config-file",
              "nodes.conf",
              "--cluster-node-timeout",
              "1500",
              "--cluster-replica-validity-factor",
              "0",
              "--appendonly",
              "yes",
              "--appendfsync",
              "no",
              "--save",
              "",
              "--repl-diskless-sync",
              "yes",
              "--repl-diskless-sync-delay",
              "0",
              "--repl-ping-replica-period",
              "1"));
    }
    join();
  }

  /** The one that all tests of this JVM share, who leave it as whole as they found it. */
  public static TestCluster shared() {
    TestCluster cluster = Shared.CLUSTER;
    cluster.awaitWhole();
    return cluster;
  }

  private void join() {
    for (int i = 0; i < nodes.size(); i++) {
      nodes.get(i).ask("CLUSTER SET-CONFIG-EPOCH " + (i + 1));
      nodes.get(i).ask("CLUSTER MEET 127.0.0.1 " + nodes.get(0).port());
    }
    for (int i = 0; i < MASTERS; i++) {
      nodes.get(i).ask("CLUSTER ADDSLOTS " + slots(i));
    }
    for (RedisNode node : nodes) {
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(120, SECONDS)
          .until(
              () -> node.tell("CLUSTER NODES").lines().filter(l -> l.contains("@")).count() == 6);
    }
    for (int i = 0; i < MASTERS; i++) {
      RedisNode replica = nodes.get(MASTERS + i);
      String master = id(nodes.get(i));
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(120, SECONDS)
          .until(() -> replica.ask("CLUSTER REPLICATE " + master).equals("+OK"));
    }
    awaitWhole();
  }

  private static String slots(int master) {
    return IntStream.range(SLOTS * master / MASTERS, SLOTS * (master + 1) / MASTERS)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(" "));
  }

  /** Every node sees all slots served, and every replica follows its master. */
  void awaitWhole() {
    for (RedisNode node : nodes) {
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(180, SECONDS)
          .until(() -> node.isServed() && isWhole(node));
    }
  }

  private static boolean isWhole(RedisNode node) {
    String replication = node.tell("INFO replication");
    boolean isLinked =
        replication.contains("role:master")
            ? replication.contains("connected_slaves:1")
            : replication.contains("master_link_status:up");
    return isLinked
        && node.tell("CLUSTER INFO").contains("cluster_state:ok")
        && node.tell("CLUSTER NODES").lines().noneMatch(line -> line.contains("fail"));
  }

  static String id(RedisNode node) {
    return node.ask("CLUSTER MYID");
  }

  /** All six, whatever they are by now. */
  List<RedisNode> nodes() {
    return nodes;
  }

  /** The master that has a key. */
  RedisNode master(String key) {
    int slot = io.lettuce.core.cluster.SlotHash.getSlot(key);
    for (RedisNode node : nodes) {
      for (String line : node.tell("CLUSTER NODES").split("\n")) {
        if (line.contains("myself") && line.contains("master") && has(line, slot)) {
          return node;
        }
      }
    }
    throw new IllegalStateException("nobody has slot " + slot);
  }

  /** Kills the master that has a key, as a power cut would; answers how to start it again. */
  public Runnable killMasterOf(String key) {
    RedisNode master = master(key);
    master.kill();
    return master::restart;
  }

  /** Has the replica take over from the master that has a key; returns when it has. */
  void failOver(String key) {
    RedisNode before = master(key);
    await().atMost(120, SECONDS).until(() -> replica(before).ask("CLUSTER FAILOVER").equals("+OK"));
    await().atMost(120, SECONDS).ignoreExceptions().until(() -> master(key) != before);
  }

  /** Every replica has what its master has. */
  public void awaitReplicated() {
    for (RedisNode node : nodes) {
      await().atMost(120, SECONDS).until(() -> isCaughtUp(node.tell("INFO replication")));
    }
  }

  private static boolean isCaughtUp(String replication) {
    String offset = replication.replaceAll("(?s).*master_repl_offset:(\\d+).*", "$1");
    return replication.contains("role:slave")
        || replication.matches("(?s).*slave0:\\S*offset=" + offset + ",.*");
  }

  /** The replica of a master. */
  RedisNode replica(RedisNode master) {
    String port = "master_port:" + master.port();
    return nodes.stream()
        .filter(node -> node.tell("INFO replication").contains(port + "\r"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean has(String line, int slot) {
    String[] words = line.strip().split(" ");
    for (int i = 8; i < words.length; i++) {
      String[] range = words[i].split("-");
      if (!words[i].startsWith("[")
          && slot >= Integer.parseInt(range[0])
          && slot <= Integer.parseInt(range[range.length - 1])) {
        return true;
      }
    }
    return false;
  }

  /** All nodes, such as {@code redis-cluster://127.0.0.1:7000,127.0.0.1:7001}. */
  public String url() {
    return "redis-cluster://"
        + nodes.stream().map(n -> "127.0.0.1:" + n.port()).collect(Collectors.joining(","));
  }

  /** One node only, and nothing that says it is one. */
  public String urlOfOne(int node) {
    return "redis://127.0.0.1:" + nodes.get(node).port();
  }

  private static final class Shared {
    static final TestCluster CLUSTER = new TestCluster();
  }
}
