package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fetch whose answer was lost is sent again under its number. */
class FetchReplayIT {

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @BeforeEach
  void submit() {
    store.order();
    store.order();
    store.order();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_hand_over_the_same_deliveries_again() {
    List<?> first = fetch("w1", "1");
    var before = everythingButLeases();
    List<?> second = fetch("w1", "1");

    assertThat(ids(first)).containsExactly("1-email", "2-email");
    assertThat(second).isEqualTo(first);
    assertThat(standing.queue("email"))
        .isEqualTo("pending[3-email] lease[1-email 2-email] delayed[] dead[] wake[1]");
    assertThat(everythingButLeases()).isEqualTo(before);
  }

  @Test
  void should_give_the_full_lease_to_what_is_handed_over_again() {
    fetch("w1", "1");
    store.raw().zadd(store.keys().lease("email"), 1, "1-email");
    long before = System.currentTimeMillis();
    fetch("w1", "1");

    assertThat(store.raw().zscore(store.keys().lease("email"), "1-email"))
        .isGreaterThan(before + 25_000.0);
  }

  @Test
  void should_take_none_for_a_request_that_comes_after_the_same_one_for_no_tasks() {
    assertThat(ids(fetch("w1", "1", "0"))).isEmpty();

    assertThat(ids(fetch("w1", "1"))).isEmpty();
    assertThat(ids(fetch("w1", "2"))).containsExactly("1-email", "2-email");
  }

  @Test
  void should_leave_out_what_has_been_settled_since() {
    fetch("w1", "1");
    store.broker().settle("w1", List.of(new Settlement(new TaskId(1, "email"), 1, new Released())));

    assertThat(ids(fetch("w1", "1"))).containsExactly("2-email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 3-email] lease[2-email] delayed[] dead[] wake[1]");
  }

  @Test
  void should_leave_out_what_another_worker_has_taken_since() {
    fetch("w1", "1");
    store.raw().zadd(store.keys().lease("email"), 1, "2-email");
    assertThat(ids(fetch("w2", "2"))).containsExactly("2-email", "3-email");

    assertThat(ids(fetch("w1", "1"))).containsExactly("1-email");
  }

  @Test
  void should_hand_over_the_rest_when_a_queue_was_damaged_since() {
    List<?> first = fetchFour("1");
    store.raw().del(store.keys().lease("email"));
    store.raw().set(store.keys().lease("email"), "damaged");

    List<?> second = fetchFour("1");

    assertThat(ids(first)).containsExactly("1-email", "2-email", "1-invoice", "2-invoice");
    assertThat(ids(second)).containsExactly("1-invoice", "2-invoice");
    assertThat(second.get(1)).isEqualTo(List.of(store.keys().lease("email")));
  }

  @Test
  void should_put_back_the_marker_behind_which_a_late_copy_has_waited() {
    fetch("w1", "1", "0");
    store.raw().zpopmin(store.keys().wake("email"));

    fetch("w1", "1");

    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email 2-email 3-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_hand_over_new_ones_to_a_new_request_and_to_another_worker() {
    fetch("w1", "1");

    assertThat(ids(fetch("w1", "2"))).containsExactly("3-email");
    assertThat(ids(fetch("w2", "1"))).isEmpty();
  }

  @Test
  void should_take_none_for_a_late_copy_of_a_request_that_brought_nothing() {
    store.fetch("w2", 10, "email");
    assertThat(ids(fetch("w1", "1"))).isEmpty();
    store.order();

    assertThat(ids(fetch("w1", "1"))).isEmpty();
    assertThat(standing.queue("email"))
        .isEqualTo("pending[4-email] lease[1-email 2-email 3-email] delayed[] dead[] wake[1]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void should_take_none_for_a_late_copy_of_a_request_before_the_last_one(String want) {
    fetch("w1", "9", want);
    fetch("w1", "10", want);
    var before = standing.everything();

    assertThat(ids(fetch("w1", "9"))).isEmpty();
    assertThat(standing.everything()).isEqualTo(before);
    assertThat(ids(fetch("w1", "10"))).hasSize(Integer.parseInt(want));
  }

  @Test
  void should_take_none_for_a_late_copy_of_a_request_whose_worker_has_left() {
    fetch("w1", "1");
    store.broker().deregister("w1");

    assertThat(ids(fetch("w1", "1"))).isEmpty();
    assertThat(ids(fetch("w1", "2"))).isEmpty();
    assertThat(standing.queue("email"))
        .isEqualTo("pending[3-email] lease[1-email 2-email] delayed[] dead[] wake[1]");
  }

  @Test
  void should_take_no_more_for_a_worker_that_has_left_though_its_last_beat_comes_late() {
    WorkerInfo self = new WorkerInfo("w1", "h", 1, List.of(), 1, Instant.EPOCH, List.of(), null);
    store.broker().deregister("w1");
    store.broker().heartbeat(self, List.of(), TestStore.LEASE);

    assertThat(ids(fetch("w1", "1"))).isEmpty();
  }

  @Test
  void should_remember_the_request_as_long_as_its_leases_may_last() {
    fetch("w1", "1");

    assertThat(store.raw().pttl(store.keys().worker("w1"))).isBetween(50_000L, 60_000L);
  }

  private Map<String, Object> everythingButLeases() {
    Map<String, Object> everything = standing.everything();
    everything.remove(store.keys().lease("email"));
    return everything;
  }

  private List<?> fetch(String worker, String request) {
    return fetch(worker, request, "2");
  }

  private List<?> fetch(String worker, String request, String want) {
    return (List<?>) store.run(Script.FETCH, worker, request, "30000", want, "1000", "email");
  }

  private List<?> fetchFour(String request) {
    return (List<?>)
        store.run(Script.FETCH, "w1", request, "30000", "4", "1000", "email", "invoice");
  }

  private static List<String> ids(List<?> answer) {
    return ((List<?>) answer.get(2)).stream().map(entry -> ((String) entry).split(" ")[0]).toList();
  }
}
