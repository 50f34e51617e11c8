package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

  /** Of Noto Sans KR at 9 points. */
  private static final float HANGUL = Style.BODY.width("가");

  @Test
  void should_leave_a_text_that_fits_on_one_line() {
    assertThat(lines("무선 마우스", 100)).containsExactly("무선 마우스");
  }

  @Test
  void should_give_one_empty_line_for_an_empty_text() {
    assertThat(lines("", 100)).containsExactly("");
  }

  @Test
  void should_break_after_spaces_and_leave_none_at_the_end_of_a_line() {
    float width = Style.BODY.width("wireless mouse ");
    assertThat(lines("wireless mouse and keyboard", width))
        .containsExactly("wireless mouse", "and keyboard");
  }

  @Test
  void should_break_between_any_two_korean_characters() {
    assertThat(lines("가나다라마", 2 * HANGUL + 1)).containsExactly("가나", "다라", "마");
  }

  @Test
  void should_keep_closing_signs_off_the_start_of_a_line_and_opening_ones_off_the_end() {
    assertThat(lines("가나)다", 2 * HANGUL + 1)).containsExactly("가", "나)", "다");
    assertThat(lines("가(나다", 2 * HANGUL)).containsExactly("가", "(나", "다");
  }

  @Test
  void should_break_a_word_that_is_wider_than_a_line() {
    float width = Style.BODY.width("xxxx");
    assertThat(lines("ab xxxxxxxxx", width)).containsExactly("ab", "xxxx", "xxxx", "x");
  }

  @Test
  void should_put_one_character_on_a_line_that_is_too_narrow_for_any() {
    assertThat(lines("가나", 1)).containsExactly("가", "나");
  }

  @Test
  void should_fit_every_line_into_the_width() {
    for (Line line :
        LineBreaker.lines("긴 상품 이름 with words (및 괄호) ".repeat(50), Style.STRONG, 120)) {
      assertThat(line.width()).isLessThanOrEqualTo(120);
    }
  }

  @Test
  void should_lose_no_character() {
    String text =
        "긴 상품 이름 with words (및 괄호) xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ".repeat(20).strip();
    String joined = String.join("", lines(text, 90)).replace(" ", "");
    assertThat(joined).isEqualTo(text.replace(" ", ""));
  }

  @Test
  void should_break_a_text_of_megabytes_in_good_time() {
    assertThatNoException().isThrownBy(() -> lines("a".repeat(2_000_000), 200));
  }

  private static List<String> lines(String text, float width) {
    return LineBreaker.lines(text, Style.BODY, width).stream().map(Line::text).toList();
  }
}
