package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Lane;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import io.lettuce.core.KillArgs;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of orders that are sent ahead of the answers. */
class FastLaneIT {

  private static final Submission ORDER = TestStore.submission(null, FINGERPRINT, Duration.ZERO);

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();
  private final Lane lane = store.intake().lane();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_answer_lists_in_the_order_in_which_they_were_sent() {
    lane.send(List.of(ORDER, ORDER));
    lane.send(List.of(ORDER));
    lane.send(List.of(ORDER, ORDER));

    assertThat(ids()).containsExactly(1L, 2L);
    assertThat(ids()).containsExactly(3L);
    assertThat(ids()).containsExactly(4L, 5L);
    assertThat(standing.counts()).isEqualTo("accepted=5 tasks=15");
  }

  @Test
  void should_send_the_second_list_before_the_first_is_answered() {
    store.order(EMAIL); // so that Redis knows the script
    lane.send(List.of(ORDER));
    lane.send(List.of(ORDER));

    await().until(() -> standing.counts().equals("accepted=3 tasks=7"));
  }

  @Test
  void should_accept_nothing_after_a_list_that_was_refused() {
    store.order(EMAIL);
    store.raw().lpush(store.keys().prefix() + "idem:damaged", "no text");
    lane.send(List.of(TestStore.submission("damaged", FINGERPRINT, Duration.ZERO)));
    lane.send(List.of(ORDER));
    lane.send(List.of(ORDER));

    assertThatThrownBy(lane::next).isInstanceOf(BrokerException.class);
    assertThatThrownBy(lane::next).isInstanceOf(IllegalStateException.class);
    assertThat(standing.counts()).isEqualTo("accepted=1 tasks=1");
  }

  @Test
  void should_keep_the_order_when_redis_forgets_the_script_meanwhile() {
    store.order(EMAIL);
    lane.send(List.of(ORDER));
    assertThat(ids()).containsExactly(2L);
    store.raw().scriptFlush();
    lane.send(List.of(ORDER));
    lane.send(List.of(ORDER));
    assertThat(ids()).containsExactly(3L);
    lane.send(List.of(ORDER));

    assertThat(ids()).containsExactly(4L);
    assertThat(ids()).containsExactly(5L);
    assertThat(standing.counts()).isEqualTo("accepted=5 tasks=13");
  }

  @Test
  void should_keep_the_order_around_a_list_that_is_too_long_for_one_script() {
    lane.send(List.of(ORDER));
    lane.send(Collections.nCopies(100, ORDER));
    lane.send(List.of(ORDER));

    assertThat(ids()).containsExactly(1L);
    assertThat(ids()).hasSize(100).startsWith(2L).endsWith(101L);
    assertThat(ids()).containsExactly(102L);
  }

  @Test
  void should_accept_each_list_once_when_the_connection_is_cut_meanwhile() {
    store.order(EMAIL);
    for (int i = 0; i < 20; i++) {
      lane.send(Collections.nCopies(60, ORDER));
    }
    store.raw().clientKill(KillArgs.Builder.typeNormal().skipme());

    for (int i = 0; i < 20; i++) {
      assertThat(ids()).hasSize(60).startsWith(2L + 60L * i).endsWith(61L + 60L * i);
    }
    assertThat(standing.counts()).isEqualTo("accepted=1201 tasks=3601");
  }

  private List<Long> ids() {
    return lane.next().stream().map(Receipt::orderId).toList();
  }
}
