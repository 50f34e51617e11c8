package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LabelsTest {

  @Test
  void should_have_the_same_words_in_both_languages() throws IOException {
    assertThat(bundle("invoice_ko.properties").keySet())
        .isEqualTo(bundle("invoice.properties").keySet());
  }

  @Test
  void should_leave_no_word_untranslated() throws IOException {
    Properties english = bundle("invoice.properties");
    bundle("invoice_ko.properties")
        .forEach(
            (key, word) ->
                assertThat(key.equals("page") || !word.equals(english.get(key)))
                    .as("%s", key)
                    .isTrue());
  }

  @Test
  void should_speak_korean_in_korea_and_english_elsewhere() {
    assertThat(new Labels(Locale.KOREA).get("title")).isEqualTo("거래명세서");
    assertThat(new Labels(Locale.JAPAN).get("title")).isEqualTo("Invoice");
  }

  private static Properties bundle(String name) throws IOException {
    Properties words = new Properties();
    try (Reader in =
        new InputStreamReader(Labels.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      words.load(in);
    }
    return words;
  }
}
