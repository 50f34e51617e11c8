package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.order.ShippingAddress;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class TaskJsonTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ShippingAddress ADDRESS =
      new ShippingAddress("홍길동", "테헤란로 1", "서울", "06234", "KR", "010-1234-5678");

  @Test
  void should_have_the_fields_of_the_contract_in_its_order() {
    assertThat(text(task("invoice", TaskState.PROGRESS, 50, Map.of(), null), null, Locale.ENGLISH))
        .startsWith(
            "{\"task_id\":\"17-invoice\",\"order_id\":17,\"queue\":\"q\",\"state\":\"PROGRESS\",\"progress\":50,"
                + "\"status\":\"Adding the items\",")
        .contains("\"enqueued_at\":\"2026-03-01T21:00:00.000+09:00\"");
  }

  @ParameterizedTest
  @EnumSource(TaskState.class)
  void should_say_where_the_task_stands_in_every_state_and_language(TaskState state) {
    Task task = task("email", state, 40, Map.of(), null);

    String korean = json(task, null, Locale.KOREA).get("status").stringValue();
    String english = json(task, null, Locale.US).get("status").stringValue();

    assertThat(korean).isNotBlank().matches(".*[가-힣].*");
    assertThat(english).isNotBlank().matches("[ -~]+");
  }

  @Test
  void should_join_directory_and_name_of_an_invoice() {
    Task task =
        task(
            "invoice",
            TaskState.SUCCESS,
            100,
            Map.of("filename", "a.pdf", "directory", "/inv"),
            null);

    JsonNode result = json(task, null, Locale.US).get("result");

    assertThat(result.get("status").stringValue()).isEqualTo("success");
    assertThat(result.get("message").stringValue()).isEqualTo("The invoice is ready");
    assertThat(result.get("order_id").longValue()).isEqualTo(17);
    assertThat(result.get("filename").stringValue()).isEqualTo("a.pdf");
    assertThat(result.get("filepath").stringValue()).isEqualTo("/inv/a.pdf");
    assertThat(result.propertyNames()).hasSize(5);
  }

  @Test
  void should_tell_where_a_shipment_goes() {
    Task task =
        task(
            "shipping",
            TaskState.SUCCESS,
            100,
            Map.of("tracking_number", "TRK1", "estimated_delivery", "2026-03-04"),
            null);

    JsonNode info = json(task, ADDRESS, Locale.US).get("result").get("shipping_info");

    assertThat(info)
        .hasToString(
            "{\"order_id\":17,\"tracking_number\":\"TRK1\",\"recipient\":\"홍길동\",\"address\":\"테헤란로 1 서울\","
                + "\"phone\":\"010-1234-5678\",\"estimated_delivery\":\"2026-03-04\"}");
  }

  @Test
  void should_not_stumble_over_facts_that_are_missing() {
    Task task = task("invoice", TaskState.SUCCESS, 100, Map.of(), null);

    assertThat(json(task, null, Locale.US).get("result").propertyNames())
        .containsExactly("status", "message", "order_id");
  }

  @Test
  void should_say_that_nothing_was_sent_when_email_is_switched_off() {
    JsonNode result =
        json(
            task("email", TaskState.SUCCESS, 100, Map.of("skipped", "true"), null),
            null,
            Locale.US);

    assertThat(result.get("result").get("status").stringValue()).isEqualTo("skipped");
  }

  @Test
  void should_give_the_error_of_a_failure_and_no_result() {
    JsonNode json =
        json(task("email", TaskState.FAILURE, 70, Map.of(), "refused"), null, Locale.US);

    assertThat(json.get("error").stringValue()).isEqualTo("refused");
    assertThat(json.has("result")).isFalse();
  }

  private static Task task(
      String name,
      TaskState state,
      int progress,
      Map<String, String> facts,
      @Nullable String error) {
    return new Task(
        new TaskId(17, name),
        "q",
        state,
        progress,
        null,
        null,
        new Task.Attempts(1, 0, 0),
        new Task.Times(NOON, null, null, null),
        facts,
        error);
  }

  private static JsonNode json(Task task, @Nullable ShippingAddress address, Locale locale) {
    return new ObjectMapper().readTree(text(task, address, locale));
  }

  private static String text(Task task, @Nullable ShippingAddress address, Locale locale) {
    StringWriter target = new StringWriter();
    try (JsonGenerator json = Json.to(target)) {
      new TaskJson(new Messages(locale), ZoneId.of("Asia/Seoul"))
          .write(json, new TaskView(task, address));
    }
    return target.toString();
  }
}
