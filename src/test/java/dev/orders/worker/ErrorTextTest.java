package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ErrorTextTest {

  @Test
  void should_name_the_exception_and_say_what_it_says() {
    assertThat(ErrorText.of(new IOException("connection reset")))
        .isEqualTo("IOException: connection reset");
  }

  @Test
  void should_be_one_line_without_control_characters() {
    assertThat(
            ErrorText.of(
                new IOException(" 550\r\n\tno such\u0000 user\u001b[0m\u2028or\u0085host\n")))
        .isEqualTo("IOException: 550 no such user [0m or host");
  }

  @Test
  void should_name_only_the_exception_when_it_says_nothing() {
    assertThat(ErrorText.of(new IllegalStateException())).isEqualTo("IllegalStateException");
    assertThat(ErrorText.of(new IllegalStateException(" \n"))).isEqualTo("IllegalStateException");
  }

  @Test
  void should_have_a_name_for_a_nested_or_anonymous_exception() {
    assertThat(ErrorText.of(new Nested())).isEqualTo("Nested");
    assertThat(ErrorText.of(new IOException("x") {})).isNotBlank().endsWith(": x");
  }

  @Test
  void should_cut_at_five_hundred_characters_but_never_half_a_character() {
    String head = "IOException: ";
    String even = ErrorText.of(new IOException("x".repeat(600)));
    assertThat(even).hasSize(500);
    String odd = ErrorText.of(new IOException("x".repeat(499 - head.length()) + "😀".repeat(9)));
    assertThat(odd).hasSize(499).endsWith("x");
  }

  private static final class Nested extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
