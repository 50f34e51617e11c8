package dev.orders.queue;

import org.jspecify.annotations.Nullable;

/** A failure that no repetition mends: a refused address, a carrier's 409. */
public final class PermanentFailureException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what was refused and why, without personal data. */
  public PermanentFailureException(String message) {
    this(message, null);
  }

  /** Says what was refused and why, without personal data; the cause may be null. */
  public PermanentFailureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
