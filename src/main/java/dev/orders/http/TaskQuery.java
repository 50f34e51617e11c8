package dev.orders.http;

import dev.orders.app.TaskPages;
import dev.orders.app.TaskTypes;
import dev.orders.queue.Inspector.Place;
import java.util.List;
import java.util.Optional;

/** Reads which tasks a client wants to see. */
final class TaskQuery {

  private static final int DEFAULT_LIMIT = 50;
  private static final int MOST = 200;
  private static final int FARTHEST = 100_000;

  private TaskQuery() {}

  /** What the parameters say; a {@link HttpProblem} when one makes no sense. */
  static TaskPages.Wish wish(Query query) {
    String queues = String.join(", ", TaskTypes.queues());
    return new TaskPages.Wish(
        query
            .value("place", "one of pending, active, delayed, dead", TaskQuery::place)
            .orElse(Place.LEASED),
        query
            .value("queue", "one of " + queues, TaskQuery::queue)
            .map(List::of)
            .orElseGet(TaskTypes::queues),
        number(query, "offset", FARTHEST).orElse(0),
        number(query, "limit", MOST).orElse(DEFAULT_LIMIT));
  }

  /** Places in the words in which queues count them. */
  private static Optional<Place> place(String text) {
    return switch (text) {
      case "pending" -> Optional.of(Place.PENDING);
      case "active" -> Optional.of(Place.LEASED);
      case "delayed" -> Optional.of(Place.DELAYED);
      case "dead" -> Optional.of(Place.DEAD);
      default -> Optional.empty();
    };
  }

  private static Optional<String> queue(String text) {
    return Optional.of(text).filter(TaskTypes.queues()::contains);
  }

  private static Optional<Integer> number(Query query, String name, int most) {
    return query.value(
        name,
        "a number from 0 to " + most,
        text ->
            Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,6}"))
                .map(Integer::valueOf)
                .filter(value -> value <= most));
  }
}
