package dev.orders.email;

import dev.orders.queue.Attempt;
import java.util.Map;

/** Sends nothing, and says so: the fact {@code skipped} is {@code true}. */
public final class DisabledMailer implements Mailer {

  @Override
  public Map<String, String> deliver(Letter letter, Attempt attempt) {
    return Map.of("skipped", "true");
  }
}
