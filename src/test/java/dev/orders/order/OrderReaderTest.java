package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderReaderTest {

  private static final String ORDER = Sample.ORDER;
  private static final String BAD = Sample.with("\"quantity\":2", "\"quantity\":0");
  private static final String BAD_FAULT = "items[0].quantity: 0 is less than 1";

  @Test
  void should_read_a_single_object() {
    Collected read = Collected.from("\n " + ORDER + "\n\n");

    assertThat(read.shape()).isEqualTo(OrderReader.Shape.OBJECT);
    assertThat(read.orders).containsExactly(Sample.order(ORDER));
    assertThat(read.lines).containsExactly(2L);
  }

  @Test
  void should_read_an_array() {
    Collected read = Collected.from("[\n" + ORDER + " ,\n" + ORDER + "]\n");

    assertThat(read.shape()).isEqualTo(OrderReader.Shape.ARRAY);
    assertThat(read.lines).containsExactly(2L, 3L);
    assertThat(read.faults).isEmpty();
  }

  @Test
  void should_know_an_array_of_one_from_a_single_object() {
    assertThat(Collected.from("[" + ORDER + "]").shape()).isEqualTo(OrderReader.Shape.ARRAY);
  }

  @Test
  void should_read_one_order_a_line() {
    Collected read = Collected.from(ORDER + "\n\n" + ORDER + "\n" + ORDER);

    assertThat(read.shape()).isEqualTo(OrderReader.Shape.LINES);
    assertThat(read.lines).containsExactly(1L, 3L, 4L);
  }

  @Test
  void should_count_the_orders_on_a_line_whether_they_are_good_or_bad() {
    assertThat(Collected.from(ORDER + BAD + ORDER + "\n" + BAD + ORDER).positions)
        .containsExactly("1:1", "1:3", "2:2");
    assertThat(Collected.from("[" + BAD + "," + ORDER + ",\n" + ORDER + "]").positions)
        .containsExactly("1:2", "2:1");
  }

  @Test
  void should_read_objects_that_follow_each_other() {
    String pretty = ORDER.replace(",", ",\n  ").replace("{", "{\n  ");

    Collected read = Collected.from(ORDER + ORDER + pretty + " " + pretty);

    assertThat(read.shape()).isEqualTo(OrderReader.Shape.LINES);
    assertThat(read.orders).hasSize(4).containsOnly(Sample.order(ORDER));
  }

  @Test
  void should_read_a_byte_order_mark_and_carriage_returns() {
    Collected read = Collected.from("\ufeff" + ORDER + "\r\n\r\n" + BAD + "\r\n");

    assertThat(read.orders).hasSize(1);
    assertThat(read.faults).containsExactly("f:3: " + BAD_FAULT);
  }

  @Test
  void should_read_whatever_portions_the_stream_comes_in() throws IOException {
    byte[] bytes = ("[" + ORDER + "," + BAD + "]").getBytes(StandardCharsets.UTF_8);
    InputStream drops =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(length, 1));
          }
        };

    Collected read = Collected.from(drops);

    assertThat(read.orders).containsExactly(Sample.order(ORDER));
    assertThat(read.faults).containsExactly("f:1: [1]." + BAD_FAULT);
  }

  @Test
  void should_name_the_line_of_a_value_in_a_pretty_printed_order() {
    String pretty = BAD.replace(",\"", ",\n  \"").replace("[{", "[\n{");

    assertThat(Collected.from("\n" + pretty).faults).containsExactly("f:7: " + BAD_FAULT);
  }

  @Test
  void should_name_the_place_in_an_array() {
    Collected read = Collected.from("[" + ORDER + ",\n" + BAD + ",\n5]");

    assertThat(read.faults)
        .containsExactly("f:2: [1]." + BAD_FAULT, "f:3: [2]: must be an object, not a number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\r\n\t ", "\ufeff", "\ufeff\n"})
  void should_say_that_an_empty_input_holds_no_order(String nothing) {
    Collected read = Collected.from(nothing);

    assertThat(read.shape()).isEqualTo(OrderReader.Shape.EMPTY);
    assertThat(read.faults).containsExactly("f:1: holds no order");
  }

  @Test
  void should_say_that_an_empty_array_holds_no_order() {
    assertThat(Collected.from("\n[ ]").faults)
        .containsExactly("f:2: holds no order: the array is empty");
  }
}
