package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalLineTest {

  private static final String LINE =
      JournalLine.write(
          json -> {
            json.writeNumberProperty("entry", 7);
            json.writeStringProperty("place", "주문 \"a\".json:1");
            json.writeName("order");
            json.writeRawValue("{\"a\":[1,{\"b\":\"}\"}],\"c\":\"홍길동 😀\"}");
          });

  @Test
  void should_be_one_line_of_json_that_ends_with_its_checksum() {
    assertThat(LINE).startsWith("{\"entry\":7,\"place\":").endsWith("\"}\n").doesNotContain("\n{");
    assertThat(LINE).containsPattern(",\"crc\":\"[0-9a-f]{8}\"}\n$");
  }

  @Test
  void should_read_what_was_written_with_an_object_as_it_stands() {
    Map<String, String> fields = JournalLine.read(LINE.strip()).orElseThrow();

    assertThat(fields)
        .containsEntry("entry", "7")
        .containsEntry("place", "주문 \"a\".json:1")
        .containsEntry("order", "{\"a\":[1,{\"b\":\"}\"}],\"c\":\"홍길동 😀\"}");
  }

  @Test
  void should_see_every_change_and_every_cut() {
    String line = LINE.strip();

    for (int i = 0; i < line.length(); i++) {
      String changed = line.substring(0, i) + (line.charAt(i) == 'x' ? 'y' : 'x');
      assertThat(JournalLine.read(changed)).as(changed).isEmpty();
      assertThat(JournalLine.read(changed + line.substring(i + 1))).isEmpty();
    }
    assertThat(JournalLine.read("")).isEmpty();
    assertThat(JournalLine.read("{}")).isEmpty();
  }
}
