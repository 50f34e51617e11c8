package dev.orders.queue;

import org.jspecify.annotations.Nullable;

/**
 * Redis cannot be reached, or would not do what was asked. Whatever was acknowledged before stands.
 */
public final class BrokerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is. */
  public enum Reason {
    /** No connection, or no answer in time. Asking again may help. */
    UNREACHABLE,
    /** It answered no: out of memory, read-only, no permission, wrong password. */
    REFUSED,
    /** It holds data of another schema or partition count, or is too old. */
    INCOMPATIBLE
  }

  private final Reason reason;

  /**
   * @param message what, why and what to do, in one or two lines, without a password
   */
  public BrokerException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What kind of trouble it is. */
  public Reason reason() {
    return reason;
  }
}
