package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

  private static final Path EXAMPLES = Path.of("examples");

  @ParameterizedTest
  @MethodSource("goodFiles")
  void should_read_every_good_example_without_a_word(Path file) {
    Collected read = read(file);

    assertThat(read.faults).isEmpty();
    assertThat(read.warnings).isEmpty();
    assertThat(read.orders).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("goodFiles")
  void should_keep_every_good_example_unchanged(Path file) {
    assertThat(read(file).orders)
        .allSatisfy(
            order -> {
              String canonical = OrderJson.canonical(order);
              assertThat(OrderJson.canonical(OrderJson.parse(canonical))).isEqualTo(canonical);
            });
  }

  @Test
  void should_have_a_single_order_in_each_json_file_and_many_in_the_batch() {
    assertThat(read(EXAMPLES.resolve("order.json")).shape()).isEqualTo(OrderReader.Shape.OBJECT);
    assertThat(read(EXAMPLES.resolve("order-large.json")).orders.get(0).items()).hasSize(60);
    assertThat(read(EXAMPLES.resolve("batch.ndjson")).orders).hasSize(8);
    assertThat(read(EXAMPLES.resolve("batch.ndjson")).shape()).isEqualTo(OrderReader.Shape.LINES);
  }

  @Test
  void should_find_every_fault_of_the_invalid_order() {
    Collected read = read(EXAMPLES.resolve("invalid.json"));

    assertThat(read.orders).isEmpty();
    assertThat(read.warnings).containsExactly("f:31: gift_wrap: unknown field, left out");
    assertThat(read.faults)
        .containsExactly(
            "f:2: customer_email: is not an e-mail address: it must hold one @",
            "f:3: customer_name: is blank",
            "f:6: items[0].product_id: 0 is less than 1",
            "f:10: items[0].total_price: 90000 is not quantity 2 × unit_price 50000 = 100000",
            "f:14: items[1].product_name: must be one line of text,"
                + " but holds a line break U+000A",
            "f:15: items[1].quantity: must be a whole number, not a string",
            "f:16: items[1].unit_price: 150000.5 has more decimals than KRW has (none)",
            "f:12: items[1].total_price: is missing",
            "f:19: shipping_address.city: is missing",
            "f:24: shipping_address.phone: must be a string, not a number",
            "f:27: adjustments[0].label: is blank",
            "f:29: total_amount: -1 is less than 0",
            "f:30: idempotency_key: \"a key with spaces\""
                + " is not 1 to 64 of the characters A-Z a-z 0-9 _ -");
  }

  @Test
  void should_find_every_fault_of_the_invalid_batch_and_its_one_good_order() {
    Collected read = read(EXAMPLES.resolve("invalid.ndjson"));

    assertThat(read.lines).containsExactly(1L);
    assertThat(read.warnings).containsExactly("f:8: coupon: unknown field, left out");
    assertThat(read.faults)
        .containsExactly(
            "f:2: items: must hold at least one item",
            "f:2: idempotency_key: \"invalid 2\""
                + " is not 1 to 64 of the characters A-Z a-z 0-9 _ -",
            "f:3: items[0].total_price: 90000 is not quantity 2 × unit_price 50000 = 100000",
            "f:4: is not JSON: a string is not closed at the end of the line",
            "f:5: currency: \"EURO\" is not a currency code of ISO 4217, such as KRW",
            "f:5: shipping_address.city: is missing",
            "f:6: is not JSON: an order begins with {, not with \"n\"",
            "f:7: items[0].unit_price: 89.905 has more decimals than CHF has (2)",
            "f:7: items[0].total_price: 89.905 has more decimals than CHF has (2)",
            "f:8: total_amount: 70501 is not the sum of the items = 70500");
  }

  static List<Path> goodFiles() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(ExamplesTest::isGood).sorted().toList();
    }
  }

  private static boolean isGood(Path file) {
    String name = file.getFileName().toString();
    return name.matches(".*\\.(json|ndjson)") && !name.startsWith("invalid");
  }

  private static Collected read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Collected.from(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
