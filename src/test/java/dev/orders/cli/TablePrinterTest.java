package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.JsonForm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablePrinterTest {

  private final StringWriter out = new StringWriter();

  @Test
  void should_align_by_the_columns_that_korean_takes() {
    print("홍길동", "Bo");

    assertThat(out).hasToString("NAME    AGE\n홍길동  1\nBo      1\n");
  }

  @Test
  void should_strip_what_a_terminal_would_obey() {
    print("\u001B[31mred");

    assertThat(out).hasToString("NAME  AGE\nred   1\n");
  }

  @Test
  void should_print_nothing_when_there_is_nothing() {
    print();

    assertThat(out.toString()).isEmpty();
  }

  @Test
  void should_print_every_row_of_a_long_table_once() {
    print(IntStream.range(0, 1_234).mapToObj(Integer::toString).toArray(String[]::new));

    assertThat(out.toString().lines().skip(1).map(line -> line.replaceAll(" .*", "")))
        .containsExactlyElementsOf(IntStream.range(0, 1_234).mapToObj(Integer::toString).toList());
  }

  private void print(String... names) {
    try (TablePrinter<String> printer =
        new TablePrinter<>(new Names(), new PrintWriter(out), Ink.PLAIN, TablePrinter.HELD_BACK)) {
      List.of(names).forEach(printer::print);
    }
  }

  private record Names() implements View<String> {

    @Override
    public List<String> columns() {
      return List.of("NAME", "AGE");
    }

    @Override
    public List<List<String>> rows(String value) {
      return List.of(List.of(value, "1"));
    }

    @Override
    public List<String> ids(String value) {
      return List.of(value);
    }

    @Override
    public JsonForm<String> json() {
      return (json, value) -> json.writeString(value);
    }
  }
}
