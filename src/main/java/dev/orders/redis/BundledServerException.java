package dev.orders.redis;

import org.jspecify.annotations.Nullable;

/**
 * The bundled server cannot be started on this machine. The message says what is missing and what
 * to do.
 */
public final class BundledServerException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Reason {
    /** No redis-server that runs here. */
    NO_BINARY,
    /** Somebody listens on the port. */
    PORT_TAKEN,
    /** The data directory cannot be written, or another server uses it. */
    DIRECTORY,
    /** It ended, or did not answer; its log says why. */
    FAILED
  }

  private final Reason reason;

  BundledServerException(Reason reason, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** What is in the way. */
  public Reason reason() {
    return reason;
  }
}
