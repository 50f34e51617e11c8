package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void should_leave_korean_and_emoji_alone() {
    assertThat(SafeText.line("홍길동 👩‍👧")).isEqualTo("홍길동 👩‍👧");
  }

  @Test
  void should_drop_escape_sequences_whole() {
    assertThat(SafeText.line("a\u001B[31mb\u009B2Jc\u001B]0;title\u0007d")).isEqualTo("abcd");
  }

  @Test
  void should_drop_controls_and_direction_marks_and_keep_one_line() {
    assertThat(SafeText.line("a\u202Eb\u2066c\u0000d\r\ne\tf")).isEqualTo("abcd e f");
  }

  @Test
  void should_escape_in_json_what_a_terminal_would_obey() throws IOException {
    StringWriter target = new StringWriter();
    try (SafeJsonWriter writer = new SafeJsonWriter(target)) {
      writer.write("\"홍\u009B2J\u202E길\"\n");
    }
    assertThat(target).hasToString("\"홍\\u009b2J\\u202e길\"\n");
  }
}
