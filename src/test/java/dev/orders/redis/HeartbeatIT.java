package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Delivery;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeartbeatIT {

  private static final Instant STARTED = Instant.ofEpochMilli(1_700_000_000_123L);

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @BeforeEach
  void submit() {
    store.order();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_prolong_the_leases_that_a_worker_holds() {
    Delivery email = store.take("email");
    store.expire(email);

    assertThat(beat("w1", Duration.ofMinutes(10), lease(email))).containsExactly(Beat.OK);
    assertThat(store.raw().zscore(store.keys().lease("email"), "1-email"))
        .isGreaterThan(System.currentTimeMillis() + 500_000.0);
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_tell_what_is_lost() {
    Delivery taken = store.take("email");
    Delivery settled = store.take("invoice");
    store.succeed(settled);
    Delivery retaken = store.take("shipping");
    store.expire(retaken);
    store.fetch("w2", 1, "shipping");

    assertThat(
            beat(
                "w1",
                Duration.ofMinutes(1),
                lease(taken),
                lease(settled),
                lease(retaken),
                new Lease(retaken.id(), 2),
                new Lease(taken.id(), 9),
                new Lease(new TaskId(99, "email"), 1)))
        .containsExactly(Beat.OK, Beat.LOST, Beat.LOST, Beat.LOST, Beat.LOST, Beat.LOST);
  }

  @Test
  void should_tell_what_was_cancelled_and_keep_its_lease() {
    Delivery email = store.take("email");
    store.operations().cancel(email.id());
    store.expire(email);

    assertThat(beat("w1", Duration.ofMinutes(1), lease(email))).containsExactly(Beat.CANCELLED);
    store.sweep("email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_show_the_worker_as_it_presents_itself() {
    beat("w1", Duration.ofSeconds(30));

    WorkerInfo shown = store.inspector().workers().get(0);
    assertThat(shown).usingRecursiveComparison().ignoringFields("lastBeat").isEqualTo(worker("w1"));
    assertThat(shown.lastBeat())
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    assertThat(store.raw().pttl(store.keys().worker("w1"))).isBetween(50_000L, 60_000L);
  }

  @Test
  void should_show_workers_by_their_ids() {
    beat("w2", Duration.ofSeconds(30));
    beat("w1", Duration.ofSeconds(30));

    assertThat(store.inspector().workers()).extracting(WorkerInfo::id).containsExactly("w1", "w2");
  }

  @Test
  void should_forget_a_worker_that_fell_silent() {
    beat("w1", Duration.ofMillis(5));

    await().until(() -> store.inspector().workers().isEmpty());
  }

  @Test
  void should_forget_a_worker_that_took_its_leave() {
    Delivery email = store.take("email");
    beat("w1", Duration.ofSeconds(30), lease(email));
    store.broker().deregister("w1");

    assertThat(store.inspector().workers()).isEmpty();
    assertThat(store.raw().hkeys(store.keys().worker("w1"))).containsExactly("fetch");
    assertThat(store.raw().pttl(store.keys().worker("w1"))).isBetween(3_500_000L, 3_600_000L);
    assertThat(store.raw().zcard(store.namespace() + ":workers")).isZero();
    assertThat(standing.queue("email"))
        .isEqualTo("pending[] lease[1-email] delayed[] dead[] wake[]");
  }

  @Test
  void should_strike_workers_off_the_list_that_were_silent_for_a_day() {
    store.raw().zadd(store.namespace() + ":workers", System.currentTimeMillis() - 90e6, "old");
    beat("w1", Duration.ofSeconds(30));

    assertThat(store.raw().zrange(store.namespace() + ":workers", 0, -1)).containsExactly("w1");
  }

  @Test
  void should_not_show_a_worker_that_only_fetched() {
    store.take("email");

    assertThat(store.inspector().workers()).isEmpty();
  }

  @Test
  void should_prolong_more_leases_than_one_script_call_may_carry() {
    for (int i = 0; i < 300; i++) {
      store.order(TestStore.EMAIL);
    }
    Lease[] held =
        store.fetch("w1", 300, "email").stream().map(HeartbeatIT::lease).toArray(Lease[]::new);

    assertThat(beat("w1", Duration.ofMinutes(1), held)).hasSize(300).containsOnly(Beat.OK);
  }

  private List<Beat> beat(String worker, Duration lease, Lease... held) {
    return store.broker().heartbeat(worker(worker), List.of(held), lease);
  }

  private static WorkerInfo worker(String id) {
    List<TaskId> running = List.of(new TaskId(1, "email"), new TaskId(2, "status-1"));
    return new WorkerInfo(id, "box", 42, List.of("email", "invoice"), 8, STARTED, running, null);
  }

  private static Lease lease(Delivery delivery) {
    return new Lease(delivery.id(), delivery.number());
  }
}
