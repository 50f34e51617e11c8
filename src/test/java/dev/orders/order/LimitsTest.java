package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final int MEGABYTE = 1024 * 1024;

  @Test
  void should_take_a_string_of_64_kilobytes_and_no_more() {
    assertThat(named("A".repeat(65_536)).orders).hasSize(1);
    assertThat(named("A".repeat(65_537)).faults)
        .containsExactly("f:1: customer_name: is longer than 64 KB");
  }

  @Test
  void should_count_strings_in_bytes_of_utf_8() {
    assertThat(named("가".repeat(21_845)).orders).hasSize(1);
    assertThat(named("가".repeat(21_846)).faults)
        .containsExactly("f:1: customer_name: is longer than 64 KB");
  }

  @Test
  void should_hold_unknown_fields_to_the_limits_too() {
    assertThat(Collected.from(Sample.plus("\"x\":[\"" + "A".repeat(65_537) + "\"]")).faults)
        .containsExactly("f:1: x[0]: is longer than 64 KB");
    assertThat(Collected.from(Sample.plus("\"x\":{\"y\":1e999999999}")).faults)
        .containsExactly("f:1: x.y: 1e999999999 has more than 64 characters, written out in full");
  }

  @Test
  void should_take_32_levels_and_no_more() {
    assertThat(nested(31).faults).isEmpty();
    assertThat(nested(32).faults).containsExactly("f:1: is nested deeper than 32 levels");
  }

  @Test
  void should_go_on_after_an_order_that_is_nested_too_deep() {
    String deep = Sample.plus("\"x\":" + "[".repeat(100_000) + "]".repeat(100_000));

    Collected lines = Collected.from(deep + "\n" + Sample.ORDER);
    Collected array = Collected.from("[" + deep + ",\n" + Sample.ORDER + "]");

    assertThat(lines.faults).containsExactly("f:1: is nested deeper than 32 levels");
    assertThat(lines.lines).containsExactly(2L);
    assertThat(array.faults).containsExactly("f:1: [0]: is nested deeper than 32 levels");
    assertThat(array.lines).containsExactly(2L);
  }

  @Test
  void should_take_an_order_of_1_megabyte_and_no_more() {
    int padding = MEGABYTE - Sample.ORDER.getBytes(StandardCharsets.UTF_8).length;

    assertThat(padded(padding).orders).hasSize(1);
    assertThat(padded(padding + 1).faults).containsExactly("f:1: is larger than 1 MB");
  }

  @Test
  void should_go_on_after_an_order_that_is_too_large() {
    String large = "{" + " ".repeat(3 * MEGABYTE) + Sample.ORDER.substring(1);

    Collected lines = Collected.from(large + "\n" + large + "\n" + Sample.ORDER);
    Collected array = Collected.from("[" + large + ",\n" + Sample.ORDER + "]");

    assertThat(lines.faults)
        .containsExactly("f:1: is larger than 1 MB", "f:2: is larger than 1 MB");
    assertThat(lines.lines).containsExactly(3L);
    assertThat(array.faults).containsExactly("f:1: [0]: is larger than 1 MB");
    assertThat(array.lines).containsExactly(2L);
  }

  @Test
  void should_go_on_after_a_large_order_that_is_broken() {
    String large = "{" + " ".repeat(3 * MEGABYTE) + "\"a\":1";

    Collected read = Collected.from(large + "\n" + Sample.ORDER + "\n" + Sample.ORDER);

    assertThat(read.faults)
        .containsExactly("f:1: is not JSON: it is not closed where the next one begins");
    assertThat(read.lines).containsExactly(2L, 3L);
  }

  @Test
  void should_not_count_limits_over_the_whole_input() {
    assertThat(Collected.from((Sample.ORDER + "\n").repeat(5_000)).orders).hasSize(5_000);
  }

  private static Collected named(String name) {
    return Collected.from(
        Sample.with("\"customer_name\":\"김민지\"", "\"customer_name\":\"" + name + "\""));
  }

  private static Collected nested(int levels) {
    return Collected.from(Sample.plus("\"x\":" + "[".repeat(levels) + "]".repeat(levels)));
  }

  private static Collected padded(int spaces) {
    return Collected.from("{" + " ".repeat(spaces) + Sample.ORDER.substring(1));
  }
}
