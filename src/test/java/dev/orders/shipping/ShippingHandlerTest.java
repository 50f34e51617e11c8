package dev.orders.shipping;

import static dev.orders.shipping.Shipments.attempt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.TaskType;
import dev.orders.shipping.LocalCarrier.Trouble;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShippingHandlerTest {

  private static final TaskType NOTICE = new TaskType("notice", "email");

  @Test
  void should_mark_the_order_shipped_and_let_the_notice_follow() throws Exception {
    ShippingHandler handler =
        new ShippingHandler(
            (shipment, attempt) -> new Registration("TRK-1", LocalDate.of(2026, 3, 18)), NOTICE);

    TaskResult result = handler.handle(attempt());

    assertThat(result)
        .isEqualTo(
            new TaskResult(
                Map.of("tracking_number", "TRK-1", "estimated_delivery", "2026-03-18"),
                new OrderChange("shipped", "TRK-1"),
                NOTICE));
  }

  @Test
  void should_leave_out_the_delivery_date_when_the_carrier_gives_none() throws Exception {
    ShippingHandler handler =
        new ShippingHandler((shipment, attempt) -> new Registration("TRK-1", null), NOTICE);

    assertThat(handler.handle(attempt()).facts())
        .containsExactly(Map.entry("tracking_number", "TRK-1"));
  }

  @Test
  void should_ship_to_the_address_of_the_order_under_the_name_of_the_effect() throws Exception {
    List<Shipment> shipped = new ArrayList<>();
    TestAttempt attempt = attempt();

    handlerRemembering(shipped).handle(attempt);

    assertThat(shipped)
        .containsExactly(
            new Shipment(
                attempt.delivery().effectName(), 17, Shipments.ORDERED_AT, Shipments.ADDRESS));
  }

  @Test
  void should_report_its_steps_and_ask_right_before_it_registers() throws Exception {
    TestAttempt attempt = attempt();
    ShippingHandler handler =
        new ShippingHandler(
            (shipment, same) -> {
              attempt.journal.add("register");
              return new Registration("TRK-1", null);
            },
            NOTICE);

    handler.handle(attempt);

    assertThat(attempt.journal)
        .containsExactly("0 %", "30 %", "before effect", "register", "70 %", "100 %");
  }

  @Test
  void should_not_register_when_the_attempt_is_abandoned() {
    List<Shipment> shipped = new ArrayList<>();

    assertThatExceptionOfType(AttemptAbandonedException.class)
        .isThrownBy(() -> handlerRemembering(shipped).handle(attempt().abandoned()));

    assertThat(shipped).isEmpty();
  }

  @Test
  void should_bring_the_same_number_when_the_task_is_delivered_again() throws Exception {
    Carrier local = new LocalCarrier(Trouble.NONE, new Random(7), ZoneOffset.UTC);
    ShippingHandler handler = new ShippingHandler(local, NOTICE);

    assertThat(handler.handle(attempt())).isEqualTo(handler.handle(attempt()));
  }

  @Test
  void should_fail_for_good_when_the_order_cannot_be_read() {
    assertThatExceptionOfType(PermanentFailureException.class)
        .isThrownBy(
            () -> handlerRemembering(new ArrayList<>()).handle(attempt("shipping", null, "{홍길동")))
        .withMessageStartingWith("the order's stored JSON cannot be read: ")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContain("홍길동"));
  }

  @Test
  void should_keep_personal_data_out_of_facts_and_of_the_text_of_a_shipment() throws Exception {
    List<Shipment> shipped = new ArrayList<>();

    TaskResult result = handlerRemembering(shipped).handle(attempt());

    assertThat(result + " " + shipped).doesNotContain("홍길동", "테헤란로", "010-1234-5678");
  }

  private static ShippingHandler handlerRemembering(List<Shipment> shipped) {
    return new ShippingHandler(
        (shipment, attempt) -> {
          shipped.add(shipment);
          return new Registration("TRK-1", null);
        },
        NOTICE);
  }
}
