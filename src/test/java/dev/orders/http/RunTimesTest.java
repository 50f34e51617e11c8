package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunTimesTest {

  @Test
  void should_know_the_limits_by_which_the_script_counts() throws IOException {
    Matcher limits = Pattern.compile("local limits = \\{(.*)}").matcher(script());

    assertThat(limits.find()).isTrue();
    assertThat(Stream.of(limits.group(1).split(", ")).map(Integer::valueOf))
        .isEqualTo(RunTimes.LIMITS);
  }

  private static String script() throws IOException {
    try (InputStream in = RunTimes.class.getResourceAsStream("/dev/orders/redis/part/runs.lua")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void should_add_up_what_took_no_longer_than_each_limit() {
    Exposition text = new Exposition().histogram("seconds", "How long.");
    Map<String, Long> counts =
        Map.of(
            "ran:email:10", 3L, "ran:email:50", 2L, "ran:email:more", 1L, "ran_ms:email", 70_500L);

    new RunTimes(counts).describe(text, "email");

    List<String> lines = text.toString().lines().toList();
    assertThat(lines)
        .contains("# TYPE seconds histogram")
        .containsSubsequence(
            "seconds_bucket{task=\"email\",le=\"0.01\"} 3",
            "seconds_bucket{task=\"email\",le=\"0.025\"} 3",
            "seconds_bucket{task=\"email\",le=\"0.05\"} 5",
            "seconds_bucket{task=\"email\",le=\"60.0\"} 5",
            "seconds_bucket{task=\"email\",le=\"+Inf\"} 6",
            "seconds_sum{task=\"email\"} 70.5",
            "seconds_count{task=\"email\"} 6");
  }
}
