package dev.orders.order;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The life of an order: pending → confirmed → shipped → delivered; pending or confirmed →
 * cancelled.
 */
public enum OrderStatus {
  /** Scheduled for later. */
  PENDING,
  /** Accepted, its tasks enqueued. */
  CONFIRMED,
  /** The carrier gave a tracking number. */
  SHIPPED,
  /** Arrived. */
  DELIVERED,
  /** Called off before it was shipped. */
  CANCELLED;

  /** Reads the lower-case word of the JSON contract; empty for any other text. */
  public static Optional<OrderStatus> parse(String word) {
    for (OrderStatus status : values()) {
      if (status.word().equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** The word of the JSON contract, such as {@code shipped}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True when the life cycle allows the step from this status to {@code next}. */
  public boolean canBecome(OrderStatus next) {
    return successors().contains(next);
  }

  private Set<OrderStatus> successors() {
    return switch (this) {
      case PENDING -> EnumSet.of(CONFIRMED, CANCELLED);
      case CONFIRMED -> EnumSet.of(SHIPPED, CANCELLED);
      case SHIPPED -> EnumSet.of(DELIVERED);
      case DELIVERED, CANCELLED -> EnumSet.noneOf(OrderStatus.class);
    };
  }
}
