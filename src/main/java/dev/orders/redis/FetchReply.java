package dev.orders.redis;

import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Delivery;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads what fetch.lua answers, where each order stands once for all of its tasks. */
final class FetchReply {

  private final List<?> parts;
  private final String instance;

  FetchReply(List<Object> parts, String instance) {
    this.parts = parts;
    this.instance = instance;
  }

  /**
   * As the queue knows it.
   *
   * @param nothingDue how long to wait when nothing is due at all
   */
  Fetched read(Duration nothingDue) {
    long due = (Long) parts.get(0);
    Map<Long, Delivery.Source> orders = orders();
    List<Delivery> deliveries = new ArrayList<>();
    texts(2).forEach(entry -> deliveries.add(delivery(entry.split(" ", 6), orders)));
    return new Fetched(
        deliveries, due < 0 ? nothingDue : Duration.ofMillis(due), List.copyOf(texts(1)));
  }

  @SuppressWarnings("unchecked") // As the script answers.
  private List<String> texts(int part) {
    return (List<String>) parts.get(part);
  }

  private Map<Long, Delivery.Source> orders() {
    List<String> bodies = texts(4);
    Map<Long, Delivery.Source> orders = new HashMap<>();
    for (int i = 0; i < bodies.size(); i++) {
      String[] words = texts(3).get(i).split(" ", 3);
      orders.put(
          Long.valueOf(words[0]),
          new Delivery.Source(
              instance,
              Instant.ofEpochMilli(Long.parseLong(words[1])),
              orNull(words[2]),
              bodies.get(i)));
    }
    return orders;
  }

  private static Delivery delivery(String[] words, Map<Long, Delivery.Source> orders) {
    TaskId id = TaskId.parse(words[0]).orElseThrow();
    return new Delivery(
        id,
        words[1],
        Long.parseLong(words[2]),
        Integer.parseInt(words[3]),
        effect(words[4]),
        orNull(words[5]),
        Objects.requireNonNull(orders.get(id.orderId())));
  }

  private static @Nullable String orNull(String word) {
    return word.isEmpty() ? null : word;
  }

  /** As mark.lua keeps it: the moment when it was done, or a word. */
  private static Delivery.Effect effect(String mark) {
    if (mark.isEmpty()) {
      return Delivery.Effect.NONE;
    }
    return mark.equals("begun") ? Delivery.Effect.BEGUN : Delivery.Effect.DONE;
  }
}
