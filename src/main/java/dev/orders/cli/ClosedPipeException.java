package dev.orders.cli;

import java.io.IOException;

/**
 * Whoever read the output has gone away: the command ends quietly, as {@code | head -1} wants it.
 */
final class ClosedPipeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ClosedPipeException(IOException cause) {
    super(cause);
  }
}
