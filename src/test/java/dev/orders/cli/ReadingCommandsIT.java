package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code status}, {@code show} and {@code wait}, before and after something went wrong. */
class ReadingCommandsIT {

  @TempDir Path directory;

  private TestConsole console;

  @BeforeEach
  void submit() {
    console = TestConsole.onRedis(directory);
    console.input(Sample.order("Hong")).expect(0, "submit", "-");
  }

  @Test
  void should_print_an_object_for_one_id_and_an_array_for_several() {
    assertThat(json("status", "1-email").get("task_id").stringValue()).isEqualTo("1-email");
    assertThat(json("status", "1").get("tasks")).hasSize(3);
    assertThat(json("status", "1-email", "1").isArray()).isTrue();
    assertThat(console.expect(0, "status", "1", "-o", "id"))
        .isEqualTo("1-email\n1-invoice\n1-shipping\n");
    assertThat(console.expect(0, "status", "1"))
        .contains("1-invoice   invoice   PENDING  0%    Waiting");
  }

  @Test
  void should_show_what_was_ordered_with_what_became_of_it() {
    JsonNode order = json("show", "1");

    assertThat(order.get("id").longValue()).isEqualTo(1);
    assertThat(order.get("customer_name").stringValue()).isEqualTo("Hong");
    assertThat(order.get("items").get(0).get("product_name").stringValue()).isEqualTo("연필");
    assertThat(order.get("created_at").stringValue()).matches("\\d{4}-\\d\\d-\\d\\dT.*\\+09:00");
    assertThat(order.get("tasks")).hasSize(3);
  }

  @Test
  void should_draw_an_order_on_one_time_axis() {
    console.expect(0, "cancel", "1-email");

    assertThat(console.expect(0, "show", "1", "--timeline"))
        .startsWith("order 1  confirmed")
        .contains("1-email     REVOKED", "1-invoice   PENDING  ░░░")
        .contains("1-invoice   1    +0ms", "WAITING");
    JsonNode timeline = json("show", "1", "--timeline");
    assertThat(timeline.get("order_id").longValue()).isEqualTo(1);
    assertThat(timeline.at("/tasks/0/attempts/0/outcome").stringValue()).isEqualTo("REVOKED");
    assertThat(console.expect(0, "show", "1", "--timeline", "-o", "id")).isEqualTo("1\n");
    console.expect(4, "show", "2", "--timeline");
  }

  @Test
  void should_not_know_what_was_never_issued() {
    console.expect(4, "status", "2");
    assertThat(console.err()).startsWith("orders: there is no order 2.");
    console.expect(4, "status", "1-email", "1-notice");
    assertThat(console.out()).isEmpty();
    console.expect(4, "show", "2");
    console.expect(4, "log", "2-email");
    console.expect(4, "wait", "2", "--timeout", "1s");
    console.expect(4, "tail", "2");
    console.expect(2, "status", "nonsense");
    console.expect(2, "show", "1-email");
  }

  @Test
  void should_exit_1_when_a_task_waited_for_was_cancelled() {
    console.expect(0, "cancel", "1-email");

    assertThat(console.expect(1, "wait", "1-email")).contains("REVOKED");
    assertThat(console.err()).contains("1-email ended in REVOKED");
  }

  @Test
  void should_exit_5_when_the_time_is_up_but_1_when_a_task_has_failed_by_then() {
    console.expect(0, "cancel", "1-email");

    console.expect(5, "wait", "1-invoice", "--timeout", "50ms");
    console.expect(1, "wait", "1-email", "1-invoice", "--timeout", "50ms");
  }

  @Test
  void should_claim_no_letter_where_sending_is_switched_off() throws IOException {
    Files.writeString(directory.resolve(".env"), "ORDERS_EMAIL_ENABLED=false");
    console.expect(0, "worker", "--burst", "-q");

    assertThat(console.expect(0, "tail", "1"))
        .contains("The confirmation e-mail is done", "The shipping notice is done")
        .doesNotContain("sent");
    assertThat(console.expect(0, "status", "1-email", "1-notice"))
        .contains("Nothing was sent: e-mail is switched off")
        .doesNotContain("has been sent");
  }

  private JsonNode json(String... arguments) {
    String[] withFormat = Arrays.copyOf(arguments, arguments.length + 2);
    withFormat[arguments.length] = "-o";
    withFormat[arguments.length + 1] = "json";
    return new ObjectMapper().readTree(console.expect(0, withFormat));
  }
}
