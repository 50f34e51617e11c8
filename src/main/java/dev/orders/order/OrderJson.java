package dev.orders.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The canonical JSON of an order: what is kept of it, what its handlers get, and by what two orders
 * are compared. Known fields only, sorted, no white space, numbers written out without trailing
 * zeros, the currency always there, the idempotency key never, {@code adjustments} only if there
 * are any.
 */
public final class OrderJson {

  private OrderJson() {}

  /** Writes an order in canonical form. */
  public static String canonical(Order order) {
    return CanonicalWriter.write(order);
  }

  /**
   * Reads what {@link #canonical} wrote. The rules of an order are not checked again: one that was
   * accepted stays readable when a rule grows stricter.
   *
   * @throws IllegalArgumentException when the text is not such JSON
   */
  public static Order parse(String canonical) {
    return StoredOrder.parse(canonical);
  }

  /** The SHA-256 of a canonical text, 64 lower-case hex digits. */
  public static String fingerprint(String canonical) {
    byte[] digest = sha256().digest(canonical.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }

  /**
   * The JSON paths at which two canonical texts differ, such as {@code items[0].quantity}, in the
   * order of the first; what only one of them has counts as a whole.
   *
   * @throws IllegalArgumentException when a text is not such JSON
   */
  public static List<String> differences(String canonicalA, String canonicalB) {
    return JsonDifferences.between(StoredOrder.json(canonicalA), StoredOrder.json(canonicalB));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
