package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Test
  void should_leave_words_alone() {
    assertThat(CleanText.line("김민수 👩‍💻 O'Brien é")).isEqualTo("김민수 👩‍💻 O'Brien é");
  }

  @Test
  void should_keep_everything_on_one_line() {
    assertThat(CleanText.line(" a\r\nBcc: x\tb\u0000c\u2028d\u0085e "))
        .isEqualTo("a Bcc: x b c d e");
  }

  @Test
  void should_drop_marks_that_turn_the_text_around() {
    assertThat(CleanText.line("a\u202Egpj.\u202Cexe\u2066b\u2069\u200F")).isEqualTo("agpj.exeb");
  }

  @Test
  void should_replace_half_a_character() {
    assertThat(CleanText.line("a\uD83Db")).isEqualTo("a\uFFFDb");
  }

  @Test
  void should_cut_between_code_points() {
    assertThat(CleanText.line("👍👍👍👍", 3)).isEqualTo("👍👍…");
    assertThat(CleanText.line("👍👍👍", 3)).isEqualTo("👍👍👍");
  }

  @Test
  void should_escape_what_html_would_read() {
    assertThat(CleanText.html("<b title=\"x\" id='y'>&amp;"))
        .isEqualTo("&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
  }
}
