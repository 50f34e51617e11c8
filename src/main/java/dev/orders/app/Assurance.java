package dev.orders.app;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a submission is to survive beside what every submission survives.
 *
 * @param durable true to have Redis vouch for each order
 * @param journal where to write all orders before the first is sent; null for nowhere
 */
public record Assurance(boolean durable, @Nullable Path journal) {

  /** Redis' word is enough. */
  public static final Assurance NONE = new Assurance(false, null);
}
