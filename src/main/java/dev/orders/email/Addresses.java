package dev.orders.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;

/** Makes addresses that any mail server understands. */
final class Addresses {

  private Addresses() {}

  /**
   * An address with the name of whom it belongs to, encoded as RFC 2047 asks. A domain of other
   * letters is written in its ASCII form; a part before the {@code @} has none, and needs ASCII.
   *
   * @param name already clean; empty for none
   * @throws AddressException when no header could carry the address; without its text
   */
  static InternetAddress of(String address, String name) throws AddressException {
    try {
      InternetAddress written = new InternetAddress();
      written.setAddress(ascii(address));
      written.validate();
      written.setPersonal(name.isEmpty() ? null : name, StandardCharsets.UTF_8.name());
      return written;
    } catch (AddressException | IllegalArgumentException e) {
      throw new AddressException("not an address that mail can be sent to");
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError("every JDK has UTF-8", e);
    }
  }

  private static String ascii(String address) {
    int at = address.lastIndexOf('@');
    String local = address.substring(0, at + 1);
    if (at < 1 || !local.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalArgumentException("not an address of ASCII characters");
    }
    return local + IDN.toASCII(address.substring(at + 1));
  }
}
