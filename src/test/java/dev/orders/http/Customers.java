package dev.orders.http;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Clients that order until they are sent home, each order for a customer of another name, and keep
 * what they were told. Thread-safe.
 */
final class Customers {

  private static final int PAUSE_MILLIS = 10;

  private final TestApi api;
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicBoolean isOver = new AtomicBoolean();
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> accepted = new ConcurrentHashMap<>();
  private final Queue<HttpResponse<String>> refusals = new ConcurrentLinkedQueue<>();

  Customers(TestApi api) {
    this.api = api;
  }

  /** Asks again under the same key, after as long as it was told, until the order is accepted. */
  void orderUnderKeys() {
    while (!isOver.get()) {
      String name = next("keyed-");
      HttpResponse<String> answer = order(name, "idempotency-key", name);
      while (answer.statusCode() != 201) {
        pause(1_000L * Integer.parseInt(answer.headers().firstValue("retry-after").orElseThrow()));
        answer = order(name, "idempotency-key", name);
      }
      pause(PAUSE_MILLIS);
    }
  }

  /** Never asks again, because that could make two orders of one. */
  void orderWithoutKeys() {
    while (!isOver.get()) {
      order(next("single-"));
      pause(PAUSE_MILLIS);
    }
  }

  private String next(String prefix) {
    String name = prefix + count.incrementAndGet();
    names.add(name);
    return name;
  }

  private HttpResponse<String> order(String name, String... headers) {
    HttpResponse<String> answer = api.post("/orders", TestApi.ORDER.replace("김민지", name), headers);
    if (answer.statusCode() == 201) {
      accepted.put(name, TestApi.json(answer).get("order_id").asLong());
    } else {
      refusals.add(answer);
    }
    return answer;
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Lets each finish the order that it is at. */
  void goHome() {
    isOver.set(true);
  }

  /** All customers. */
  Set<String> names() {
    return names;
  }

  /** Those who were told that their order is accepted, with its id. */
  Map<String, Long> accepted() {
    return accepted;
  }

  /** Every other answer. */
  Queue<HttpResponse<String>> refusals() {
    return refusals;
  }
}
