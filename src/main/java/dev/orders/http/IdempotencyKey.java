package dev.orders.http;

import dev.orders.app.SubmitTerms;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The {@code Idempotency-Key} of a request, with quotes, as its draft wants them, or without. */
final class IdempotencyKey {

  private IdempotencyKey() {}

  /**
   * The terms of a request; a {@link dev.orders.app.ProblemException} when the key cannot be one.
   */
  static SubmitTerms terms(Request request) {
    @Nullable String key = request.header("idempotency-key").map(IdempotencyKey::bare).orElse(null);
    return new SubmitTerms(true, key, Duration.ZERO);
  }

  private static String bare(String value) {
    String text = value.strip();
    boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }
}
