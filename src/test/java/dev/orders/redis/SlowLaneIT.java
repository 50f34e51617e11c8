package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Lane;
import dev.orders.queue.Submission;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists of orders where only one may be under way. */
class SlowLaneIT {

  private static final Submission ORDER = TestStore.submission(null, FINGERPRINT, Duration.ZERO);

  private final TestStore store = TestStore.withPartitions(3);
  private final Lane lane = store.intake().lane();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_accept_a_list_once_the_answers_to_it_are_wanted() {
    lane.send(List.of(ORDER, ORDER));
    lane.send(List.of(ORDER));

    assertThat(lane.next()).hasSize(2);
    assertThat(accepted()).isEqualTo(2);
    assertThat(lane.next()).hasSize(1);
    assertThat(accepted()).isEqualTo(3);
  }

  @Test
  void should_take_nothing_after_a_list_that_was_refused() {
    for (int i = 0; i < 3; i++) {
      store.raw().lpush(new Keys(store.namespace()).partition(i).prefix() + "idem:bad", "no text");
    }
    lane.send(List.of(TestStore.submission("bad", FINGERPRINT, Duration.ZERO)));
    lane.send(List.of(ORDER));

    assertThatThrownBy(lane::next).isInstanceOf(BrokerException.class);
    assertThatThrownBy(lane::next).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> lane.send(List.of(ORDER))).isInstanceOf(IllegalStateException.class);
    assertThat(accepted()).isZero();
  }

  private long accepted() {
    return store.inspector().counts().getOrDefault("accepted", 0L);
  }
}
