package dev.orders.redis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever stands in a queue, with every place it lies in at one moment, as audit_tasks.lua answers
 * it.
 *
 * @param now server time in milliseconds
 */
record PlacesPicture(long now, List<?> raw) {

  /**
   * One place.
   *
   * @param name pending, lease, delayed or dead
   * @param score in milliseconds; 0 in a list
   */
  record Place(String queue, String name, double score) {

    /** True when a task in that state lies here; part/places.lua says the same. */
    boolean fits(@Nullable String state) {
      return switch (name) {
        case "pending" -> "PENDING".equals(state);
        case "lease" -> "STARTED".equals(state) || "PROGRESS".equals(state);
        case "delayed" -> "RETRY".equals(state) || "PENDING".equals(state);
        default -> "FAILURE".equals(state);
      };
    }
  }

  String id() {
    return (String) raw.get(0);
  }

  /** True when there is no task of that id. */
  boolean isGhost() {
    return raw.get(1).equals("NONE");
  }

  /** True when there is a task that says where it stands. */
  boolean isReadable() {
    return raw.get(1).equals("HASH") && state() != null && queue() != null;
  }

  @Nullable String state() {
    return OrderPicture.text(raw, 2);
  }

  @Nullable String queue() {
    return OrderPicture.text(raw, 3);
  }

  List<Place> places() {
    return raw.subList(4, raw.size()).stream().map(place -> place((List<?>) place)).toList();
  }

  private static Place place(List<?> raw) {
    String score = (String) raw.get(2);
    return new Place((String) raw.get(0), (String) raw.get(1), score.isEmpty() ? 0 : score(score));
  }

  /** A score as Redis writes it, which may be {@code inf}. */
  static double score(String text) {
    return Double.parseDouble(text.replace("inf", "Infinity"));
  }
}
