package dev.orders.shipping;

import static dev.orders.shipping.Shipments.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusHandlerTest {

  @Test
  void should_set_the_status_it_was_created_with() throws Exception {
    TestAttempt attempt = attempt("status-2", "delivered");

    TaskResult result = new StatusHandler().handle(attempt);

    assertThat(result)
        .isEqualTo(
            new TaskResult(
                Map.of("new_status", "delivered"), new OrderChange("delivered", null), null));
    assertThat(attempt.journal).containsExactly("0 %", "100 %");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "lost", "DELIVERED"})
  void should_fail_for_good_when_the_status_is_none_of_the_life_cycle(String argument) {
    assertThatExceptionOfType(PermanentFailureException.class)
        .isThrownBy(() -> new StatusHandler().handle(attempt("status-1", argument)));
  }
}
