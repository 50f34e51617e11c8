package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Input that is refused: with exit code 3 and lines fit to read, before Redis is even looked for.
 */
class HostileInputIT {

  private static final String GOOD = Hostile.order("Kim");

  @TempDir private Path directory;

  static List<String> refused() {
    return Hostile.refused();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void should_refuse_a_text_that_is_no_line_of_text(String text) throws IOException {
    String said = refusal(Hostile.order(text));

    assertThat(said)
        .contains("order.json:1: customer_name: ", "order.json:1: shipping_address.phone: ")
        .contains("order.json:1: items[0].product_name: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"total_amount\":2000|\"total_amount\":1e999999999|has more than 64 characters",
        "\"total_amount\":2000|\"total_amount\":1e-999999999|has more than 64 characters",
        "\"quantity\":2|\"quantity\":1e999|has more than 64 characters",
        "\"product_id\":1|\"product_id\":9223372036854775808|is too large",
        "\"product_id\":1|\"product_id\":NaN|is not JSON",
        "\"quantity\":2|\"quantity\":2,\"quantity\":2|stands there twice",
        "\"customer_name\"|\"customer_name\":\"Lee\",\"customer_name\"|stands there twice",
        "\"total_amount\":2000|\"total_amount\":2000,\"idempotency_key\":\"..\"|is not 1 to 64",
        "\"total_amount\":2000|\"total_amount\":2000,\"idempotency_key\":\"a/b\"|is not 1 to 64",
        "\"total_amount\":2000|\"total_amount\":2000,\"idempotency_key\":\"{}\"|is not 1 to 64",
        "\"total_amount\":2000|\"total_amount\":2000,\"idempotency_key\":\"*\"|is not 1 to 64",
        "a+{}|a@x.example,b|is not an e-mail address",
        "mail.example|mail.example\\r\\nBcc: v@x.example|is not an e-mail address",
        "mail.example|mail.example>\\r\\nDATA|is not an e-mail address",
      })
  void should_say_what_is_wrong_with_a_value(String piece, String instead, String message)
      throws IOException {
    assertThat(GOOD).contains(piece);

    assertThat(refusal(GOOD.replace(piece, instead))).contains(message);
  }

  @Test
  void should_refuse_ten_thousand_levels() throws IOException {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    assertThat(refusal(GOOD.replace("\"Kim\"", deep))).contains("is nested deeper than 32 levels");
    assertThat(refusal(deep)).contains("is nested deeper than 32 levels");
    assertThat(refusal("{\"a\":".repeat(10_000))).contains("is not JSON");
  }

  @Test
  void should_refuse_more_than_64_kilobytes_of_text() throws IOException {
    assertThat(refusal(Hostile.order("가".repeat(22_000))))
        .contains("is longer than 64 KB")
        .doesNotContain("가");
  }

  @Test
  void should_refuse_bytes_that_are_not_utf_8() throws IOException {
    for (int wrong : new int[] {0x80, 0xC0, 0xED, 0xF5, 0xFF}) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(GOOD.substring(0, 60).getBytes(StandardCharsets.UTF_8));
      bytes.write(wrong);
      bytes.writeBytes(GOOD.substring(60).getBytes(StandardCharsets.UTF_8));

      assertThat(refusal(bytes.toByteArray())).contains("is not UTF-8: byte 0x");
    }
  }

  /** The hole in the file is full of zeros. Takes half a minute: -Dorders.huge=true. */
  @Test
  @EnabledIfSystemProperty(named = "orders.huge", matches = "true")
  void should_refuse_a_line_of_two_gigabytes_in_little_memory() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(directory.resolve("huge").toFile(), "rw")) {
      file.writeBytes("{\"customer_name\":\"");
      file.setLength((1L << 31) + 100);
      file.seek(file.length());
      file.writeBytes("\"}\n" + GOOD + "\n{\n");
    }

    OrdersProcess.Finished finished =
        OrdersProcess.in(directory)
            .with("JAVA_TOOL_OPTIONS", "-Xmx64m")
            .run("submit", "huge", "--redis", "redis://127.0.0.1:1")
            .exits(3);

    assertThat(finished.err())
        .contains("huge:1: is larger than 1 MB", "huge:4: is not JSON")
        .doesNotContain("huge:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"..", "../1", "/", "{}", "{0}:order:1", "*", "1-*", "1-../x", "1-\u001b[2J", "１"})
  void should_take_nothing_for_an_id_that_is_none(String id) {
    TestConsole console = TestConsole.onRedis(directory);
    for (String verb : List.of("status", "show", "wait", "tail", "retry", "cancel")) {
      assertThat(console.run(verb, id)).as("%s; %s", verb, console.err()).isEqualTo(2);
      assertThat(console.err()).doesNotContain("\u001b").contains("--help");
    }
    assertThat(console.run("pause", id)).isIn(2, 4);
  }

  @Test
  void should_name_a_file_without_obeying_its_name() throws IOException {
    String name = "a\u001b[2J\u202eb.json";
    Files.writeString(directory.resolve(name), "{}");

    TestConsole console = console();
    assertThat(console.run("submit", name)).isEqualTo(3);
    assertThat(console.run("submit", "--stacktrace", name + "x")).isEqualTo(3);
    assertThat(lines(console)).contains("ab.jsonx").doesNotContainPattern(Hostile.STEERING);
  }

  private String refusal(String json) throws IOException {
    return refusal(json.getBytes(StandardCharsets.UTF_8));
  }

  private String refusal(byte[] json) throws IOException {
    Files.write(directory.resolve("order.json"), json);
    TestConsole console = console();
    console.expect(3, "submit", "order.json");
    assertThat(console.out()).isEmpty();
    String said = lines(console);
    assertThat(said).doesNotContainPattern(Hostile.STEERING).contains("nothing was submitted.");
    assertThat(console.err().lines()).allMatch(line -> line.length() < 400);
    return said;
  }

  private static String lines(TestConsole console) {
    return console.err().replace('\n', '|');
  }

  /** Where no Redis is. */
  private TestConsole console() {
    return new TestConsole(Map.of("ORDERS_REDIS_URL", "redis://127.0.0.1:1"), directory);
  }
}
