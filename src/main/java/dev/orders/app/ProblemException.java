package dev.orders.app;

import org.jspecify.annotations.Nullable;

/**
 * Something that the person who asked can understand and mend; its message says what, why and what
 * to do next.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of problem it is. */
  public enum Reason {
    /** A wrong option, value or setting. */
    USAGE,
    /** Orders that cannot be read or are not valid. */
    INPUT,
    /** No such order, task or queue. */
    NOT_FOUND,
    /** What was waited for did not come in time. */
    TIMED_OUT,
    /** The present state does not allow it. */
    CONFLICT,
    /** The machine does not play along: disk full, no permission, port taken. */
    LOCAL
  }

  private final Reason reason;

  /** The message is one or two lines and holds no secret. */
  public ProblemException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** The message is one or two lines and holds no secret; the cause may be null. */
  public ProblemException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What kind of problem it is. */
  public Reason reason() {
    return reason;
  }
}
