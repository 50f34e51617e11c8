package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.email.ConfirmationHandler;
import dev.orders.email.NoticeHandler;
import dev.orders.invoice.InvoiceHandler;
import dev.orders.queue.RetryPolicy;
import dev.orders.shipping.ShippingHandler;
import dev.orders.shipping.StatusHandler;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskTypesTest {

  @TempDir Path directory;

  @Test
  void should_call_tasks_as_their_handlers_do() {
    assertThat(TaskTypes.first())
        .containsExactly(ConfirmationHandler.TYPE, InvoiceHandler.TYPE, ShippingHandler.TYPE);
    assertThat(TaskTypes.NOTICE).isEqualTo(NoticeHandler.TYPE);
    assertThat(TaskTypes.STATUS).isEqualTo(StatusHandler.TYPE);
  }

  @Test
  void should_have_a_handler_for_every_kind_of_task_of_a_queue() {
    Workshop workshop = new Workshop(settings());

    assertThat(TaskTypes.handlers(TaskTypes.queues(), workshop))
        .containsOnlyKeys("email", "invoice", "shipping", "notice", "status");
    assertThat(TaskTypes.handlers(List.of("email"), workshop)).containsOnlyKeys("email", "notice");
  }

  @Test
  void should_retry_as_the_contract_says() {
    assertThat(settings().retryPolicy("email")).isEqualTo(policy(3, 60));
    assertThat(settings().retryPolicy("invoice").retries()).isZero();
    assertThat(settings().retryPolicy("shipping")).isEqualTo(policy(2, 30));
  }

  private static RetryPolicy policy(int retries, int seconds) {
    return new RetryPolicy(retries, Duration.ofSeconds(seconds));
  }

  private Settings settings() {
    return new Settings(Variables.of(Map.of(), directory));
  }
}
