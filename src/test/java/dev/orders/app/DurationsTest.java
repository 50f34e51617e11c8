package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "2h, PT2H", "30d, PT720H", "0, PT0S"})
  void should_read_a_number_with_its_unit(String text, Duration duration) {
    assertThat(Durations.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "-1s", "1.5h", "s", "1w", "9999999999s", "3651d"})
  void should_not_guess(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Test
  void should_write_what_matters_at_that_length() {
    assertThat(Durations.brief(Duration.ofMillis(350))).isEqualTo("350ms");
    assertThat(Durations.brief(Duration.ofMillis(12_340))).isEqualTo("12.3s");
    assertThat(Durations.brief(Duration.ofSeconds(200))).isEqualTo("3m 20s");
    assertThat(Durations.brief(Duration.ofMinutes(125))).isEqualTo("2h 5m");
    assertThat(Durations.brief(Duration.ofHours(50))).isEqualTo("2d 2h");
  }
}
