package dev.orders.invoice;

import org.jspecify.annotations.Nullable;

/**
 * The shop that sends the invoice; a part that is null or blank is left out.
 *
 * @param name the firm's name
 * @param address on one line or several, parted by line breaks
 * @param registration the business registration number
 * @param phone as customers dial it
 * @param email where customers write to
 */
public record Seller(
    @Nullable String name,
    @Nullable String address,
    @Nullable String registration,
    @Nullable String phone,
    @Nullable String email) {

  /** A seller of whom nothing is known: the invoice carries no seller block. */
  public static final Seller UNKNOWN = new Seller(null, null, null, null, null);
}
