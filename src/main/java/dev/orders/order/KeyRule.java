package dev.orders.order;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An idempotency key: it becomes part of a Redis key. */
final class KeyRule implements Rule<String> {

  static final KeyRule ANY = new KeyRule();

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private KeyRule() {}

  @Override
  public @Nullable String faultIn(String key) {
    return ALLOWED.matcher(key).matches()
        ? null
        : Quote.quoted(key) + " is not 1 to 64 of the characters A-Z a-z 0-9 _ -";
  }
}
