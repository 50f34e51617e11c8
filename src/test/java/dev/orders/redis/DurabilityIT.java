package dev.orders.redis;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Durability;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Redis can promise for an order: with each kind of disk, with a replica and without. */
class DurabilityIT {

  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final BundledServer server = TestRedis.start();
  private final String namespace = TestRedis.namespace();
  private @Nullable BundledServer replica;

  @AfterEach
  void stop() throws Exception {
    if (replica != null) {
      signal("CONT", replica);
      replica.kill();
    }
    server.kill();
  }

  @Test
  void should_not_ask_when_nobody_wants_to_know() {
    try (RedisStore store = RedisStore.connect(options(server.url()))) {
      assertThat(store.intake().submit(List.of(order())).get(0).durability()).isNull();
      assertThat(store.durableIntake().submit(List.of(order())).get(0).durability()).isNotNull();
    }
  }

  @Test
  void should_trust_a_disk_that_is_forced_before_each_answer() {
    assertThat(submit()).isEqualTo(Durability.by("on disk (appendfsync always)"));
  }

  @Test
  void should_not_trust_a_disk_that_is_not_forced_while_the_file_is_rewritten() throws IOException {
    configure("no-appendfsync-on-rewrite yes");

    assertThat(submit().isDurable()).isFalse();
  }

  @Test
  void should_say_at_once_that_nothing_can_be_had_and_let_the_order_stand() throws IOException {
    configure("appendfsync everysec");

    assertThat(submit())
        .isEqualTo(
            Durability.none(
                "no replica is connected, and its append-only file is not forced at once (appendfsync everysec)"));
    assertThat(accepted()).isEqualTo("1");
  }

  @Test
  void should_say_that_the_append_only_file_is_off() throws IOException {
    configure("appendonly no");

    assertThat(submit())
        .isEqualTo(Durability.none("no replica is connected, and its append-only file is off"));
  }

  @Test
  void should_promise_nothing_when_it_may_not_ask() throws IOException {
    RawRedis.ask(server.port(), "ACL SETUSER default -config -info");

    assertThat(submit()).isEqualTo(Durability.none("no replica confirmed it within 300 ms"));
    assertThat(accepted()).isEqualTo("1");
  }

  @Test
  void should_wait_for_a_replica() throws IOException {
    configure("appendfsync everysec");
    replicate();

    assertThat(submit()).isEqualTo(Durability.by("on a replica (WAIT)"));
  }

  @Test
  void should_wait_for_a_silent_replica_once_and_then_no_more() throws Exception {
    configure("appendfsync everysec");
    replicate();
    signal("STOP", replica);

    try (RedisLink link = new RedisLink(options(server.url()))) {
      RedisIntake intake = intake(link);
      assertThat(durability(intake))
          .isEqualTo(Durability.none("no replica confirmed it within 300 ms"));
      assertThat(durability(intake))
          .isEqualTo(Durability.none("no replica confirmed it within 20 ms"));
      signal("CONT", replica);
      await().untilAsserted(() -> assertThat(durability(intake).isDurable()).isTrue());
    }
  }

  @Test
  void should_ask_each_master_of_a_cluster_and_wait_once_for_a_silent_replica() throws Exception {
    TestCluster cluster = TestCluster.shared();
    RedisNode silent = cluster.replica(cluster.master("{0}"));
    signal("STOP", silent.pid());
    try (RedisLink link = new RedisLink(options(cluster.url()))) {
      List<Submission> orders =
          IntStream.range(0, 40)
              .mapToObj(i -> TestStore.submission("k" + i, TestStore.FINGERPRINT, Duration.ZERO))
              .toList();

      Map<Durability, Set<Long>> partitions =
          intake(link).submit(orders).stream()
              .collect(
                  groupingBy(
                      receipt -> requireNonNull(receipt.durability()),
                      mapping(receipt -> receipt.orderId() % 64, toSet())));

      assertThat(partitions)
          .containsOnlyKeys(
              Durability.by("on a replica (WAIT)"),
              Durability.none("no replica confirmed it within 300 ms"),
              Durability.none("no replica confirmed it within 20 ms"));
      assertThat(partitions.get(Durability.none("no replica confirmed it within 300 ms")))
          .hasSize(1);
    } finally {
      signal("CONT", silent.pid());
    }
  }

  @Test
  void should_believe_a_server_that_knows_waitaof() throws IOException {
    assertThat(answeredToWaitAof("*2\r\n:1\r\n:0\r\n"))
        .isEqualTo(Durability.by("on disk (WAITAOF)"));
    assertThat(answeredToWaitAof("*2\r\n:0\r\n:0\r\n"))
        .isEqualTo(Durability.none("the disk was not forced within 300 ms"));
  }

  @Test
  void should_do_without_waitaof_when_the_append_only_file_is_off() throws IOException {
    configure("appendonly no");
    replicate();

    assertThat(
            answeredToWaitAof(
                "-ERR WAITAOF cannot be used when numlocal is set but appendonly is disabled.\r\n"))
        .isEqualTo(Durability.by("on a replica (WAIT)"));
  }

  @Test
  void should_notice_that_its_connection_is_another_one() throws IOException {
    try (RedisLink link = new RedisLink(options(server.url()))) {
      Requests requests = new Requests(link, PATIENCE);
      requests.read(redis -> redis.ping());
      assertThat(link.cuts()).isZero();

      RawRedis.ask(server.port(), "CLIENT KILL TYPE normal");
      requests.read(redis -> redis.ping());
      await().untilAsserted(() -> assertThat(link.cuts()).isEqualTo(1));
    }
  }

  @Test
  void should_write_again_on_the_new_connection_when_the_old_one_was_cut_before_the_wait()
      throws IOException {
    configure("appendfsync everysec");
    replicate();
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      proxy.cutAt("\r\nWAIT\r\n", 1);

      assertThat(submit(proxy.url())).isEqualTo(Durability.by("on a replica (WAIT)"));
      assertThat(proxy.cutsLeft()).isZero();
    }
    assertThat(accepted()).isEqualTo("1");
  }

  @Test
  void should_tell_of_the_order_although_the_line_is_cut_before_every_wait() throws IOException {
    configure("appendfsync everysec");
    replicate();
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      proxy.cutAt("\r\nWAIT\r\n", Integer.MAX_VALUE);

      assertThat(submit(proxy.url()))
          .isEqualTo(Durability.none("the connection was lost before Redis could vouch for it"));
    }
    assertThat(accepted()).isEqualTo("1");
  }

  private Durability answeredToWaitAof(String answer) throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(server.port())) {
      proxy.answer("WAITAOF", answer);
      return submit(proxy.url());
    }
  }

  private void replicate() throws IOException {
    replica = TestRedis.start();
    RawRedis.ask(replica.port(), "REPLICAOF " + BundledServer.HOST + " " + server.port());
    await()
        .until(
            () ->
                RawRedis.ask(replica.port(), "WAIT 0 1").contains("cannot be used")
                    && RawRedis.ask(server.port(), "WAIT 1 100").equals(":1"));
  }

  private void configure(String parameter) throws IOException {
    RawRedis.ask(server.port(), "CONFIG SET " + parameter);
  }

  private String accepted() throws IOException {
    return RawRedis.ask(server.port(), "GET " + namespace + ":{0}:next");
  }

  private Durability submit() {
    return submit(server.url());
  }

  private Durability submit(String url) {
    try (RedisLink link = new RedisLink(options(url))) {
      return durability(intake(link));
    }
  }

  private RedisIntake intake(RedisLink link) {
    Requests requests = new Requests(link, PATIENCE);
    Guarantor guarantor = new Guarantor(link, requests, PATIENCE);
    return new RedisIntake(requests, new Partitions(new Keys(namespace), requests), guarantor);
  }

  private static @Nullable Durability durability(RedisIntake intake) {
    Receipt receipt = intake.submit(List.of(order())).get(0);
    assertThat(receipt.verdict()).isEqualTo(Receipt.Verdict.OK);
    return receipt.durability();
  }

  private static Submission order() {
    return TestStore.submission(null, TestStore.FINGERPRINT, Duration.ZERO);
  }

  private RedisOptions options(String url) {
    return new RedisOptions(url, null, namespace, TestStore.RETENTION);
  }

  private static void signal(String name, BundledServer server)
      throws IOException, InterruptedException {
    signal(name, server.pid());
  }

  private static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}
