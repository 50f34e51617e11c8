package dev.orders.email;

import java.time.ZonedDateTime;

/**
 * A letter as its reader will see it.
 *
 * @param from who writes: a name and an address
 * @param to who reads: a name and an address
 * @param subject one line
 * @param date what stands in its {@code Date} header
 * @param text what it says, lines ending in a line feed
 * @param html the same as a page
 */
public record Preview(
    String from, String to, String subject, ZonedDateTime date, String text, String html) {

  static Preview of(Letter letter) {
    return new Preview(
        letter.from().toUnicodeString(),
        letter.to().toUnicodeString(),
        letter.subject(),
        letter.date(),
        letter.body().text(),
        letter.body().html());
  }
}
