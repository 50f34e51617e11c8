package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Durability;
import dev.orders.queue.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The users that {@code docs/operations.md} recommends can do their work, and nothing else. */
class AclIT {

  /**
   * For a silent connection, a lost answer, a replica, a long log, an order that lost its record.
   */
  private static final List<String> RARE = List.of("ping", "pexpire", "wait", "ltrim", "hlen");

  @SuppressWarnings("NullAway.Init")
  private static BundledServer server;

  @BeforeAll
  static void start() {
    server = TestRedis.start();
  }

  @AfterAll
  static void stop() {
    server.kill();
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders-submitter", "orders-worker", "orders-viewer", "orders-operator"})
  void should_be_able_to_do_its_work(String user) {
    assertThat(denials(user, "")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders-submitter", "orders-worker", "orders-viewer", "orders-operator"})
  void should_need_each_of_its_rights(String user) {
    List<String> needless = new ArrayList<>();
    for (String right : AclRoles.rights(user)) {
      if (!RARE.contains(right) && !denials(user, right).contains(right)) {
        needless.add(right);
      }
    }
    assertThat(needless).isEmpty();
  }

  @Test
  void should_have_the_rights_that_are_rarely_needed() {
    admit("orders-submitter");

    assertThat(as("orders-submitter", "PING")).startsWith("+PONG");
    assertThat(as("orders-submitter", "PEXPIRE orders:{0}:request:x 1")).startsWith(":0");
    assertThat(as("orders-submitter", "WAIT 0 1")).startsWith(":0");
  }

  /** By CONFIG GET, which shows passwords, too: who wants it has to give it on purpose. */
  @Test
  void should_need_one_right_more_to_have_the_disk_vouch_for_an_order() {
    admit("orders-submitter");

    assertThat(submitDurably("orders-submitter").isDurable()).isFalse();
    raw("ACL SETUSER orders-submitter +config|get");
    assertThat(submitDurably("orders-submitter"))
        .isEqualTo(Durability.by("on disk (appendfsync always)"));
  }

  private static Durability submitDurably(String user) {
    try (RedisStore submitter = store(user)) {
      Submission order =
          new Submission(
              "{}", TestStore.FINGERPRINT, null, Duration.ZERO, List.of(TestStore.EMAIL));
      return Objects.requireNonNull(
          submitter.durableIntake().submit(List.of(order)).get(0).durability());
    }
  }

  @Test
  void should_do_its_work_on_a_cluster_with_the_rights_for_one() {
    TestCluster cluster = TestCluster.shared();
    String namespace = TestRedis.namespace();
    List<String> users = List.of("orders-submitter", "orders-worker", "orders-operator");
    for (RedisNode node : cluster.nodes()) {
      for (String command : users.stream().flatMap(u -> AclRoles.commands(u).stream()).toList()) {
        assertThat(node.ask(command.replace("~orders:", "~" + namespace + ":"))).isEqualTo("+OK");
      }
    }
    try (RedisStore submitter = store("orders-submitter", cluster.url(), namespace);
        RedisStore worker = store("orders-worker", cluster.url(), namespace);
        RedisStore operator = store("orders-operator", cluster.url(), namespace)) {
      Submission order = TestStore.submission("k", TestStore.FINGERPRINT, Duration.ZERO);
      assertThat(submitter.durableIntake().submit(List.of(order)).get(0).durability().isDurable())
          .isTrue();
      worker.broker().awaitWork("w1", List.of("email"), 0, TestStore.LEASE, Duration.ofMillis(1));
      while (Relay.workOnce(worker, TestStore.LEASE) > 0) {
        // until all is done
      }
      worker.broker().deregister("w1");
      assertThat(operator.inspector().counts()).containsEntry("done", 4L);
      assertThat(operator.operations().pause("email")).isTrue();
      assertThat(operator.auditor().audit(AuditedShop.TERMS).findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "orders-submitter, RPOP orders:{0}:email:pending",
    "orders-submitter, ZREM orders:{0}:email:lease 1-email",
    "orders-worker,    INCR orders:{0}:next",
    "orders-worker,    SADD orders:{0}:paused email",
    "orders-viewer,    HSET orders:{0}:order:1 status cancelled",
    "orders-viewer,    LPUSH orders:{0}:email:pending 1-email",
    "orders-viewer,    DEL orders:{0}:order:1",
    "orders-operator,  INCR orders:{0}:next",
    "orders-operator,  RPOP orders:{0}:email:pending",
  })
  void should_not_do_the_work_of_another(String user, String command) {
    admit(user);

    assertThat(as(user, command)).startsWith("-NOPERM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders-submitter", "orders-worker", "orders-viewer", "orders-operator"})
  void should_not_reach_beyond_its_keys_nor_rule_the_server(String user) {
    admit(user);

    for (String command :
        List.of(
            "GET others:key",
            "HGETALL other",
            "EVAL \"return redis.call('GET','others:key')\" 0",
            "FLUSHALL",
            "FLUSHDB",
            "KEYS *",
            "CONFIG GET dir",
            "CONFIG SET dir /tmp",
            "ACL LIST",
            "SCRIPT FLUSH",
            "DEBUG SLEEP 0",
            "SHUTDOWN NOSAVE",
            "REPLICAOF NO ONE",
            "CLIENT KILL TYPE normal",
            "MONITOR",
            "MIGRATE 127.0.0.1 1 orders:x 0 10")) {
      assertThat(as(user, command))
          .as(command)
          .startsWith("-")
          .containsPattern("NOPERM|The user executing the script can't");
    }
  }

  @Test
  void should_say_whose_rights_do_not_suffice() {
    admit("orders-viewer");
    try (AuditedShop shop = shop();
        RedisStore viewer = store("orders-viewer")) {
      assertThat(shop.store.namespace()).isEqualTo("orders");
      assertThatThrownBy(() -> viewer.operations().pause("email"))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("does not let us")
          .hasMessageContaining("user");
    }
  }

  /** What the server refused to a user who lacks a right, or none when it is empty. */
  private static List<String> denials(String user, String lacking) {
    raw("FLUSHALL");
    raw("SCRIPT FLUSH");
    admit(user);
    try (AuditedShop shop = shop()) {
      if (!lacking.isEmpty()) {
        raw("ACL SETUSER " + user + " -" + lacking);
      }
      raw("SCRIPT FLUSH");
      raw("ACL LOG RESET");
      List<String> refusals = new ArrayList<>();
      try (RedisStore role = store(user)) {
        RoleWalk walk = new RoleWalk(shop, role);
        walk.take(user);
        walk.refusals().forEach(refusal -> refusals.add(refusal.toString()));
      }
      refusals.addAll(logged());
      return refusals;
    }
  }

  /** The commands that were denied, but for the one that submit --durable can do without. */
  private static List<String> logged() {
    List<String> denied = new ArrayList<>();
    String[] lines = tell("ACL LOG 128").split("\r\n");
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].equals("object") && !lines[i + 2].equals("config")) {
        denied.add(lines[i + 2]);
      }
    }
    return denied;
  }

  private static AuditedShop shop() {
    raw("FLUSHALL");
    return new AuditedShop(TestStore.inNamespace(server.url(), "orders"));
  }

  private static void admit(String user) {
    raw("ACL DELUSER " + user);
    assertThat(raw(AclRoles.commands(user).get(0))).isEqualTo("+OK");
  }

  private static RedisStore store(String user) {
    return store(user, server.url(), "orders");
  }

  private static RedisStore store(String user, String url, String namespace) {
    return RedisStore.connect(
        new RedisOptions(
            url.replace("://", "://" + user + ":@"),
            RedisAccess.by(AclRoles.PASSWORD),
            namespace,
            TestStore.RETENTION,
            Duration.ofSeconds(5)));
  }

  private static String as(String user, String command) {
    String[] answers =
        tell("AUTH " + user + " " + AclRoles.PASSWORD + "\r\n" + command).split("\r\n", 2);
    return answers[1];
  }

  private static String raw(String command) {
    String[] lines = tell(command).split("\r\n");
    return lines[lines.length - 1];
  }

  private static String tell(String command) {
    try {
      return RawRedis.tell(server.port(), command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
