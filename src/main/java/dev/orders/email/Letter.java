package dev.orders.email;

import jakarta.mail.internet.InternetAddress;
import java.time.ZonedDateTime;

/**
 * A letter ready to go. The same order yields the same letter, so that a repetition can be told by
 * its {@link #messageId()}.
 *
 * @param name unlike that of any other letter, of characters that suit a file name and an address
 * @param from who writes
 * @param to who reads
 * @param date what stands in its {@code Date} header: a property of the order, not the time of
 *     sending
 * @param subject one line
 * @param body what it says
 */
record Letter(
    String name,
    InternetAddress from,
    InternetAddress to,
    ZonedDateTime date,
    String subject,
    Body body) {

  /** The {@code Message-ID} of RFC 5322, angle brackets included. */
  String messageId() {
    String address = from.getAddress();
    return "<" + name + address.substring(address.lastIndexOf('@')) + ">";
  }

  /** The same words twice; lines end in a line feed. */
  record Body(String text, String html) {}
}
