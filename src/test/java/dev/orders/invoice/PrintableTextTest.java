package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTextTest {

  @Test
  void should_keep_what_the_font_has() {
    assertThat(PrintableText.of("홍길동 Jané 株式会社 ₩1,000 ½")).isEqualTo("홍길동 Jané 株式会社 ₩1,000 ½");
  }

  @Test
  void should_compose_letters_and_their_marks() {
    assertThat(PrintableText.of("e\u0301 \u1112\u1161\u11AB")).isEqualTo("é 한");
  }

  @Test
  void should_make_one_space_of_any_white_space_and_none_at_the_ends() {
    assertThat(PrintableText.of("\t a\u00A0\u3000b\r\nc\u2028 ")).isEqualTo("a b c");
  }

  @Test
  void should_drop_what_is_invisible() {
    assertThat(PrintableText.of("a\u0000\u0007\u202Eb\u2066\u200B\u200D\uFE0F\uFEFFc\u00AD"))
        .isEqualTo("abc");
  }

  @Test
  void should_draw_the_plain_relative_of_a_letter_that_the_font_lacks() {
    assertThat(PrintableText.of("Ştefan Łukasz Yıldız")).isEqualTo("Stefan Lukasz Yildiz");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D\uDE00", "\uD83D\uDC4D", "\uD800", "\uE000", "ש", "\uFFFF"})
  void should_put_a_visible_substitute_for_what_cannot_be_drawn(String character) {
    assertThat(PrintableText.of("a" + character + "b")).isEqualTo("a□b");
  }

  @Test
  void should_leave_no_text_without_a_visible_sign() {
    assertThat(PrintableText.of("\u202E\u200B")).isEqualTo("□");
    assertThat(PrintableText.of("\uDB40\uDD00")).isEqualTo("□");
  }

  @Test
  void should_make_every_character_of_unicode_drawable_in_both_weights() {
    int[] undrawable =
        IntStream.rangeClosed(0, 0x2FFFF)
            .filter(codePoint -> !isDrawable(PrintableText.of(Character.toString(codePoint))))
            .toArray();
    assertThat(undrawable).isEmpty();
  }

  @Test
  void should_leave_an_empty_text_empty() {
    assertThat(PrintableText.of("")).isEmpty();
    assertThat(PrintableText.of(null)).isEmpty();
  }

  private static boolean isDrawable(String text) {
    return text.codePoints().allMatch(c -> Face.REGULAR.has(c) && Face.BOLD.has(c));
  }
}
