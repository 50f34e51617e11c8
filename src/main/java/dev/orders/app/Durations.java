package dev.orders.app;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Durations as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 30d};
 * a bare 0 is zero, and ten years are the most.
 */
public final class Durations {

  /** What a duration looks like, for an error message. */
  public static final String EXAMPLES =
      "a duration such as 500ms, 30s, 5m, 2h or 30d, at most 3650d";

  /** Ten years: nobody means more, and no clock or counter here overflows below it. */
  private static final Duration LONGEST = Duration.ofDays(3_650);

  private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");

  private Durations() {}

  /**
   * Reads a duration; empty when the text is none, or more than ten years. A number without a unit
   * is refused, since nobody can tell which.
   */
  public static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(of(Long.parseLong(matcher.group(1)), matcher.group(2)))
            .filter(duration -> duration.compareTo(LONGEST) <= 0)
        : Optional.empty();
  }

  private static Duration of(long number, String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /**
   * Writes a duration shortly and roughly, in its two largest units: {@code 350ms}, {@code 12.3s},
   * {@code 3m 20s}.
   */
  public static String brief(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + "ms";
    }
    if (duration.toMinutes() == 0) {
      return String.format(Locale.ROOT, "%.1fs", duration.toMillis() / 1_000.0);
    }
    if (duration.toHours() == 0) {
      return duration.toMinutes() + "m " + duration.toSecondsPart() + "s";
    }
    return duration.toDays() == 0
        ? duration.toHours() + "h " + duration.toMinutesPart() + "m"
        : duration.toDays() + "d " + duration.toHoursPart() + "h";
  }
}
