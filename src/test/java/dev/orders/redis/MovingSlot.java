package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.cluster.SlotHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The slot of a partition on its way from its master to another, as {@code redis-cli} does it. */
final class MovingSlot {

  private final RedisNode from;
  private final RedisNode to;
  private final int slot;
  private boolean isOver;

  private MovingSlot(RedisNode from, RedisNode to, int slot) {
    this.from = from;
    this.to = to;
    this.slot = slot;
  }

  /** Opens the move; no key has moved yet. */
  static MovingSlot begin(TestCluster cluster, Keys.Partition partition) {
    String key = partition.never();
    RedisNode from = cluster.master(key);
    RedisNode to =
        cluster.nodes().stream()
            .filter(node -> node != from)
            .filter(node -> node.tell("INFO replication").contains("role:master"))
            .findFirst()
            .orElseThrow();
    MovingSlot moving = new MovingSlot(from, to, SlotHash.getSlot(key));
    moving.ask(to, "IMPORTING " + TestCluster.id(from));
    moving.ask(from, "MIGRATING " + TestCluster.id(to));
    return moving;
  }

  RedisNode from() {
    return from;
  }

  RedisNode to() {
    return to;
  }

  /** Moves every second key. */
  void moveHalf() {
    List<String> keys = keys(from);
    for (int i = 0; i < keys.size(); i += 2) {
      move(keys.get(i));
    }
    assertThat(keys(from)).isNotEmpty();
    assertThat(keys(to)).isNotEmpty();
  }

  /** Moves what is left, and closes the move. */
  void end() {
    keys(from).forEach(this::move);
    close();
  }

  /** After a failed test: leaves the Cluster to others as it should be. */
  void abandon() {
    if (!isOver) {
      keys(from).forEach(key -> from.ask(migrate(key) + " REPLACE"));
      close();
    }
  }

  private void close() {
    ask(to, "NODE " + TestCluster.id(to));
    ask(from, "NODE " + TestCluster.id(to));
    isOver = true;
  }

  private void move(String key) {
    assertThat(from.ask(migrate(key))).isEqualTo("+OK");
  }

  private String migrate(String key) {
    return "MIGRATE 127.0.0.1 " + to.port() + " " + key + " 0 5000";
  }

  private void ask(RedisNode node, String state) {
    assertThat(node.ask("CLUSTER SETSLOT " + slot + " " + state)).isEqualTo("+OK");
  }

  private List<String> keys(RedisNode node) {
    List<String> keys = new ArrayList<>();
    for (String line : node.tell("CLUSTER GETKEYSINSLOT " + slot + " 10000").split("\r\n")) {
      if (!line.matches("[*$].*")) {
        keys.add(line);
      }
    }
    return keys;
  }

  /** Every key on both sides with what it holds. */
  Map<String, String> everything() {
    Map<String, String> everything = new TreeMap<>();
    for (RedisNode node : List.of(from, to)) {
      for (String key : keys(node)) {
        everything.put(node.port() + " " + key, node.tell("ASKING\r\nDEBUG DIGEST-VALUE " + key));
      }
    }
    return everything;
  }
}
