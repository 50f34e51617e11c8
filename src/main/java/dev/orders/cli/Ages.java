package dev.orders.cli;

import java.time.Duration;

/**
 * Writes a length of time as a person says it, in its two largest units: {@code 3 d 4 h}, {@code 5
 * min 10 s}.
 */
final class Ages {

  private Ages() {}

  static String text(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d " + age.toHoursPart() + " h";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h " + age.toMinutesPart() + " min";
    }
    return age.toMinutes() > 0
        ? age.toMinutes() + " min " + age.toSecondsPart() + " s"
        : age.toSeconds() + " s";
  }
}
