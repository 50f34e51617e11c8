package dev.orders.email;

/**
 * What becomes of a letter whose sending was interrupted between its end and the server's answer,
 * so that nobody knows whether it has gone out.
 */
public enum OnUncertain {
  /** It is sent again, under the same {@code Message-ID}: better twice than never. */
  RESEND,
  /** Its task goes to the dead, until somebody retries or cancels it: better asked than twice. */
  HOLD
}
