package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenInputTest {

  private static final String ORDER = Sample.ORDER;
  private static final String BAD = Sample.with("\"quantity\":2", "\"quantity\":0");
  private static final String BAD_FAULT = "items[0].quantity: 0 is less than 1";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"customer_name\":\"x",
        "{\"customer_name\":\"x\\",
        "{\"customer_name\":",
        "{\"customer_name\"",
        "{\"items\":[",
        "{\"items\":[{",
        "{\"items\":[1,",
        "{\"items\":[{\"a\":1},",
        "{\"a\":1",
        "{\"a\":1,",
        "{",
        "{]",
        "{\"a\":[}",
        "{\"a\":tru}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":01}",
        "{\"a\":1,}",
        "{\"a\":\"\u0001\"}",
        "{\"a\":\"\u0000\"}",
        "{\"a\":\"\\x\"}",
        "{\u0000}",
        "{} {",
        "null",
        "17",
        "\"text\"",
        "[]",
        "text",
        "}",
        ",",
        "\u0000",
        "// {",
      })
  void should_find_the_faults_of_the_lines_around_a_broken_one(String broken) {
    Collected read = Collected.from(BAD + "\n" + broken + "\n" + BAD + "\n" + ORDER + "\n");

    assertThat(read.faults)
        .contains("f:1: " + BAD_FAULT, "f:3: " + BAD_FAULT)
        .anyMatch(fault -> fault.startsWith("f:2: "));
    assertThat(read.faults).noneMatch(fault -> fault.startsWith("f:4: "));
    assertThat(read.orders).hasSize(1);
    assertThat(read.shape()).isEqualTo(OrderReader.Shape.LINES);
  }

  @Test
  void should_not_take_the_inside_of_a_broken_pretty_printed_order_for_an_order() {
    String pretty = ORDER.replace("{", "\n  {\n").strip().replace("\"total_amount\"", "total");

    assertThat(Collected.from(pretty + "\n" + BAD).faults)
        .hasSize(2)
        .last()
        .asString()
        .endsWith(BAD_FAULT);
  }

  @Test
  void should_say_where_an_order_is_cut_off() {
    assertThat(Collected.from(ORDER + "\n" + ORDER.substring(0, ORDER.length() - 1)).faults)
        .containsExactly("f:2: is not JSON: the input ends in the middle of it");
    assertThat(Collected.from("{\"a\":\n\"b").faults)
        .containsExactly("f:2: is not JSON: the input ends in the middle of a string");
    assertThat(Collected.from("{\"a\":1\n" + ORDER).faults)
        .containsExactly("f:1: is not JSON: it is not closed where the next one begins");
  }

  @Test
  void should_report_an_input_that_is_no_json_only_once() {
    assertThat(Collected.from("email,name\na,b\nc,d\n").faults)
        .containsExactly("f:1: is not JSON: an order begins with {, not with \"e\"");
  }

  @Test
  void should_end_an_array_at_a_bracket_out_of_place() {
    assertThat(Collected.from("[" + BAD + ",\n{\"a\":[},\n" + BAD + "]").faults)
        .containsExactly("f:1: [0]." + BAD_FAULT, "f:2: [1]: is not JSON: unexpected }");
  }

  @Test
  void should_go_on_in_an_array_after_a_value_out_of_place() {
    assertThat(Collected.from("[{\"a\":tru},\n" + BAD + "]").faults)
        .hasSize(2)
        .last()
        .isEqualTo("f:2: [1]." + BAD_FAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "[{}", "[{},", "[{},]", "[,{}]", "[{}{}]", "[{}}", "[}", "[]]", "[] {}"})
  void should_report_an_array_that_is_not_put_together_well(String array) {
    assertThat(Collected.from(array.replace("{}", ORDER)).faults).isNotEmpty();
  }

  @Test
  void should_name_the_line_of_bytes_that_are_not_utf_8() {
    byte[] bytes = (ORDER + "\n{\n\"customer_name\":\"?\"}").getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xB1;

    assertThat(Collected.from(bytes).faults).containsExactly("f:3: is not UTF-8: byte 0xb1");
  }

  @Test
  void should_refuse_overlong_and_surrogate_bytes() {
    byte[] overlong = ORDER.replace("마", "\u0101").getBytes(StandardCharsets.UTF_8);
    byte[] surrogate = ORDER.replace("마", "\ue000").getBytes(StandardCharsets.UTF_8);
    replace(overlong, new byte[] {(byte) 0xC4, (byte) 0x81}, new byte[] {(byte) 0xC1, (byte) 0x81});
    replace(
        surrogate, new byte[] {(byte) 0xEE, (byte) 0x80}, new byte[] {(byte) 0xED, (byte) 0xA0});

    assertThat(Collected.from(overlong).faults).containsExactly("f:1: is not UTF-8: byte 0xc1");
    assertThat(Collected.from(surrogate).faults).containsExactly("f:1: is not UTF-8: byte 0xed");
  }

  @Test
  void should_say_that_utf_16_must_become_utf_8() {
    assertThat(Collected.from(ORDER.getBytes(StandardCharsets.UTF_16)).faults)
        .containsExactly("f:1: is not UTF-8, perhaps UTF-16: save it as UTF-8");
  }

  /**
   * When each line is taken for the inside of the one before, the whole must not be read anew for
   * each.
   */
  @Test
  @Timeout(60)
  void should_get_through_any_number_of_lines_that_are_cut_off() {
    long lines = 500_000;

    Collected read = Collected.from(new RepeatedInput("", "{\"a\":[\n", lines, Sample.ORDER));

    assertThat(read.faults).hasSize((int) lines);
    assertThat(read.lines).containsExactly(lines + 1);
  }

  @Test
  void should_not_repeat_control_characters_to_the_terminal() {
    String hostile = "\"\u001b[31m" + "A".repeat(500) + "\":1";
    Collected read =
        Collected.from(
            "{"
                + hostile.replace("\u001b", "\\u001b")
                + "}\n\u001b]0;x\u0007\n{\"a\":\u001b[0m}\n");

    assertThat(read.faults).allSatisfy(BrokenInputTest::isFitToPrint);
    assertThat(read.warnings).hasSize(1).allSatisfy(BrokenInputTest::isFitToPrint);
  }

  @Test
  void should_repeat_nothing_in_its_messages_that_may_be_about_a_customer() {
    assertThat(Collected.from("{\"customer_name\": 김민지}").faults)
        .singleElement()
        .asString()
        .startsWith("f:1: customer_name: is not JSON: Unrecognized token")
        .doesNotContain("김민지");
    assertThat(Collected.from("minji@example.com,김민지\n").faults.toString()).doesNotContain("minji");
    assertThat(Collected.from(Sample.with("minji@example.com", "minji at example.com")).faults)
        .containsExactly("f:1: customer_email: is not an e-mail address: it must hold one @");
  }

  private static void isFitToPrint(String line) {
    assertThat(line).hasSizeLessThan(300).doesNotContain("\u001b", "\u0007", "\n");
  }

  private static void replace(byte[] bytes, byte[] piece, byte[] replacement) {
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] == piece[0] && bytes[i + 1] == piece[1]) {
        bytes[i] = replacement[0];
        bytes[i + 1] = replacement[1];
        return;
      }
    }
    throw new IllegalArgumentException("no such bytes");
  }
}
