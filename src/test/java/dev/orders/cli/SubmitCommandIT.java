package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class SubmitCommandIT {

  @TempDir Path directory;

  private TestConsole console;

  @BeforeEach
  void connect() {
    console = TestConsole.onRedis(directory);
  }

  @Test
  void should_print_exactly_the_acceptance_of_a_single_order() throws IOException {
    write("a.json", Sample.order("Hong"));

    assertThat(console.expect(0, "submit", "a.json", "-o", "json"))
        .isEqualTo(
            "{\"order_id\":1,\"status\":\"confirmed\",\"message\":\"The order has been"
                + " accepted.\",\"task_ids\":{\"email_task\":\"1-email\",\"invoice_task\":\"1-invoice\",\"shipping_task\":\"1-shipping\"}}\n");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void should_print_an_array_or_a_line_each_for_several_orders() throws IOException {
    write("several.ndjson", Sample.order("A") + "\n" + Sample.order("B") + "\n");

    assertThat(json(console.expect(0, "submit", "several.ndjson", "-o", "json"))).hasSize(2);
    assertThat(console.expect(0, "submit", "several.ndjson", "-o", "jsonl").lines()).hasSize(2);
    assertThat(console.expect(0, "submit", "several.ndjson", "-o", "id")).isEqualTo("5\n6\n");
    assertThat(console.expect(0, "submit", "several.ndjson"))
        .contains("7      confirmed  7-email 7-invoice 7-shipping");
  }

  @Test
  void should_print_an_array_for_an_array_of_one() {
    assertThat(
            json(
                console
                    .input("[" + Sample.order("A") + "]")
                    .expect(0, "submit", "-", "-o", "json")))
        .hasSize(1);
  }

  @Test
  void should_report_every_fault_of_every_file_and_submit_nothing() throws IOException {
    write("a.ndjson", Sample.order("A") + "\n" + Sample.order("B", 1) + "\n{]\n");
    write("b.json", Sample.order(" "));

    assertThat(console.expect(3, "submit", "a.ndjson", "b.json")).isEmpty();
    assertThat(console.err())
        .contains("a.ndjson:2: items[0].total_price: ")
        .contains("a.ndjson:3: ")
        .contains("b.json:1: customer_name: ")
        .contains("nothing was submitted");
    console.expect(4, "status", "1");
  }

  @Test
  void should_submit_the_good_orders_when_told_to_and_still_exit_3() throws IOException {
    write(
        "a.ndjson",
        Sample.order("A") + "\n" + Sample.order("B", 1) + "\n" + Sample.order("C") + "\n");

    assertThat(console.expect(3, "submit", "--partial", "-o", "id", "a.ndjson"))
        .isEqualTo("1\n2\n");
    assertThat(console.err()).contains("a.ndjson:2: ");
  }

  @Test
  void should_name_every_file_that_cannot_be_read() {
    assertThat(console.expect(3, "submit", "x.json", "y.json")).isEmpty();
    assertThat(console.err()).contains("x.json (no such file)").contains("y.json (no such file)");
  }

  @Test
  void should_count_the_faults_that_are_too_many_to_show() throws IOException {
    write(
        "a.ndjson",
        IntStream.range(0, 1_234).mapToObj(i -> "{}").collect(Collectors.joining("\n")));

    console.expect(3, "submit", "a.ndjson");
    long shown = console.err().lines().filter(line -> line.startsWith("a.ndjson:")).count();
    assertThat(shown).isEqualTo(1_000);
    assertThat(console.err()).containsPattern("and [0-9,]+ more faults");
  }

  @Test
  void should_check_without_redis() throws IOException {
    TestConsole nowhere =
        new TestConsole(Map.of("ORDERS_REDIS_URL", "redis://127.0.0.1:1"), directory);
    write("good.json", Sample.order("A"));
    write("bad.json", Sample.order("A", 1));

    nowhere.expect(0, "submit", "--dry-run", "good.json");
    assertThat(nowhere.err()).contains("1 order would be accepted");
    nowhere.expect(3, "submit", "--dry-run", "good.json", "bad.json");
    assertThat(nowhere.err()).contains("0 orders would be accepted");
    nowhere.expect(3, "submit", "--dry-run", "--partial", "good.json", "bad.json");
    assertThat(nowhere.err()).contains("1 order would be accepted").doesNotContain("go on");
    nowhere.expect(3, "submit", "bad.json");
    nowhere.expect(6, "submit", "good.json");
    assertThat(nowhere.err())
        .startsWith("orders: cannot reach Redis at 127.0.0.1:1 (connection refused).");
  }

  @Test
  void should_accept_an_order_once_under_a_key() {
    console.input(Sample.order("A"));

    String first = console.expect(0, "submit", "-", "--idempotency-key", "k", "-o", "json");
    assertThat(console.expect(0, "submit", "-", "--idempotency-key", "k", "-o", "json"))
        .isEqualTo(first);
  }

  @Test
  void should_refuse_another_order_under_the_same_key_and_say_what_differs() {
    console.input(Sample.order("A")).expect(0, "submit", "-", "--idempotency-key", "k");

    assertThat(
            console
                .input(Sample.order("B"))
                .expect(7, "submit", "-", "--idempotency-key", "k", "-o", "json"))
        .isEmpty();
    assertThat(console.err()).contains("<stdin>:1: ").contains("order 1").contains("customer_name");
  }

  @Test
  void should_give_each_order_of_a_file_a_key_of_its_own() throws IOException {
    write(
        "a.json",
        "[" + Sample.order("A") + ",\n" + Sample.order("B") + "," + Sample.order("C") + "]");

    String first = console.expect(0, "submit", "a.json", "--idempotency-key", "k", "-o", "id");
    assertThat(first).isEqualTo("1\n2\n3\n");
    assertThat(console.expect(0, "submit", "a.json", "--idempotency-key", "k", "-o", "id"))
        .isEqualTo(first);
  }

  @Test
  void should_refuse_one_key_for_several_files() throws IOException {
    write("a.json", Sample.order("A"));

    console.expect(2, "submit", "a.json", "a.json", "--idempotency-key", "k");
    console.expect(2, "submit", "a.json", "--idempotency-key", "no spaces");
  }

  @Test
  void should_leave_a_delayed_order_pending() {
    JsonNode answer =
        json(
            console
                .input(Sample.order("A"))
                .expect(0, "submit", "-", "--delay", "1h", "-o", "json"));

    assertThat(answer.get("status").stringValue()).isEqualTo("pending");
  }

  @Test
  void should_wait_no_longer_than_told() {
    console.input(Sample.order("A"));

    assertThat(console.expect(5, "submit", "-", "--wait", "--timeout", "50ms", "-o", "id"))
        .isEqualTo("1\n");
    assertThat(console.err()).contains("3 tasks have not ended");
    console.expect(2, "submit", "-", "--timeout", "1s");
  }

  @Test
  void should_warn_of_unknown_fields_and_go_on() {
    console.input(
        Sample.order("A").replace("{\"customer_email\"", "{\"colour\":1,\"customer_email\""));

    console.expect(0, "submit", "-");
    assertThat(console.err()).startsWith("warning: <stdin>:1: colour");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private static JsonNode json(String text) {
    return new ObjectMapper().readTree(text);
  }
}
