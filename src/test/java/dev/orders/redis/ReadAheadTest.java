package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

  private final ReadAhead ahead = new ReadAhead();
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void close() {
    ahead.close();
  }

  private Optional<Integer> piece() {
    int number = asked.incrementAndGet();
    return number > 100 ? Optional.empty() : Optional.of(number);
  }

  @Test
  void should_tell_every_piece_in_order() {
    List<Integer> seen = new ArrayList<>();

    ahead.each(this::piece, seen::add);

    assertThat(seen).hasSize(100).isSorted().startsWith(1).endsWith(100);
    assertThat(asked).hasValue(101);
  }

  @Test
  void should_ask_for_one_piece_while_the_one_before_is_looked_at() {
    CountDownLatch second = new CountDownLatch(2);

    ahead.each(
        () -> {
          second.countDown();
          return piece();
        },
        piece -> assertThat(arrives(second)).isTrue());
  }

  private static boolean arrives(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void should_hand_on_why_a_piece_did_not_come() {
    BrokerException trouble = new BrokerException(Reason.UNREACHABLE, "gone", null);

    assertThatThrownBy(
            () ->
                ahead.each(
                    () -> {
                      throw trouble;
                    },
                    piece -> {}))
        .isSameAs(trouble);
  }
}
