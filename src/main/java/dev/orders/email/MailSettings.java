package dev.orders.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How letters are written.
 *
 * @param from who writes: {@code orders@shop.example}, or with a name, which then heads and signs
 *     each letter: {@code Shop <orders@shop.example>}
 * @param locale Korean for a Korean locale, English for every other
 * @param zone the zone of the times in a letter
 */
public record MailSettings(String from, Locale locale, ZoneId zone) {

  /** Refuses a sender that is not one address, with an {@link IllegalArgumentException}. */
  public MailSettings {
    parse(from);
  }

  /** The sender as a header takes it. */
  InternetAddress sender() {
    return parse(from);
  }

  /** The sender's name; empty when it has none. */
  String name() {
    return nameOf(sender());
  }

  private static InternetAddress parse(String from) {
    try {
      InternetAddress given = new InternetAddress(from);
      return Addresses.of(given.getAddress(), CleanText.line(nameOf(given)));
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "the sender must be one mail address, such as Shop <orders@shop.example>", e);
    }
  }

  private static String nameOf(InternetAddress address) {
    String name = address.getPersonal();
    return name == null ? "" : name;
  }
}
