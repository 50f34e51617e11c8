package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PhrasesTest {

  private static final Locale MACHINE = Locale.getDefault();

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(MACHINE);
  }

  @Test
  void should_have_the_same_phrases_in_both_languages() {
    assertThat(keys("letters_ko")).isEqualTo(keys("letters"));
  }

  @Test
  void should_speak_korean_in_korea() {
    assertThat(new Phrases(Locale.KOREA).language()).isEqualTo("ko");
  }

  @Test
  void should_speak_english_elsewhere_whatever_the_machine_speaks() {
    Locale.setDefault(Locale.KOREA);

    assertThat(new Phrases(Locale.ENGLISH).language()).isEqualTo("en");
    assertThat(new Phrases(Locale.FRANCE).language()).isEqualTo("en");
  }

  @Test
  void should_put_words_in_without_reading_them_as_a_pattern() {
    assertThat(new Phrases(Locale.ENGLISH).get("greeting", "{0} 'n {x}"))
        .isEqualTo("Dear {0} 'n {x},");
  }

  @Test
  void should_write_times_as_the_language_does() {
    ZonedDateTime time = Samples.CREATED.atZone(Samples.SEOUL);

    assertThat(new Phrases(Locale.ENGLISH).time(time)).isEqualTo("6 March 2026, 08:30");
    assertThat(new Phrases(Locale.KOREAN).time(time)).isEqualTo("2026년 3월 6일 08:30");
  }

  private static Set<String> keys(String bundle) {
    Locale itself = Locale.ROOT;
    return new TreeSet<>(ResourceBundle.getBundle("dev.orders.email." + bundle, itself).keySet());
  }
}
