package dev.orders.shipping;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier answers.
 *
 * @param trackingNumber {@code [A-Za-z0-9-]{1,64}}
 * @param estimatedDelivery null when the carrier does not say
 */
public record Registration(String trackingNumber, @Nullable LocalDate estimatedDelivery) {

  private static final Pattern TRACKING_NUMBER = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /**
   * Checks the tracking number against the allowlist, since it goes to Redis, into mails and onto
   * terminals.
   */
  public Registration {
    if (!TRACKING_NUMBER.matcher(trackingNumber).matches()) {
      throw new IllegalArgumentException(
          "a tracking number is 1 to 64 letters, digits and hyphens");
    }
  }
}
