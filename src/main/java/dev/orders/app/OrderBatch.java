package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Lane;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Orders that are sent together: no more than fit into one script, so that they are accepted
 * together, or none of them. Used by one thread at a time.
 */
public final class OrderBatch {

  private static final int MOST = 60;
  private static final int MOST_CHARACTERS = 1 << 19;

  private final Intake intake;
  private final Inspector inspector;
  private final List<Submission> submissions = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private int characters;

  OrderBatch(Intake intake, Inspector inspector) {
    this.intake = intake;
    this.inspector = inspector;
  }

  /**
   * Takes one more order along.
   *
   * @param place file and line, for messages
   * @param key its idempotency key; null when it has none
   * @param delay how long its tasks wait
   */
  public void add(String place, Order order, @Nullable String key, Duration delay) {
    String body = OrderJson.canonical(order);
    add(place, new Submission(body, OrderJson.fingerprint(body), key, delay, TaskTypes.first()));
  }

  /** Takes one more along that is ready to be sent. */
  void add(String place, Submission submission) {
    submissions.add(submission);
    places.add(place);
    characters += submission.body().length();
  }

  /** True when it is time to send. */
  public boolean isFull() {
    return submissions.size() >= MOST || characters >= MOST_CHARACTERS;
  }

  /** True when there is nothing to send. */
  public boolean isEmpty() {
    return submissions.isEmpty();
  }

  /**
   * Sends the orders, each answered in one way or the other, in their order. Empty afterwards, even
   * when it failed.
   *
   * @param refused told of orders whose keys belong to others
   */
  public void send(Consumer<Receipt> accepted, Consumer<KeyConflict> refused) {
    try {
      tell(isEmpty() ? List.of() : intake.submit(List.copyOf(submissions)), accepted, refused);
    } finally {
      submissions.clear();
      places.clear();
      characters = 0;
    }
  }

  /** Sends the orders without waiting for the answers. */
  void send(Lane lane) {
    lane.send(List.copyOf(submissions));
  }

  /** Tells the answers to what was sent. */
  void tell(List<Receipt> receipts, Consumer<Receipt> accepted, Consumer<KeyConflict> refused) {
    for (int i = 0; i < receipts.size(); i++) {
      Receipt receipt = receipts.get(i);
      if (receipt.verdict() == Receipt.Verdict.CONFLICT) {
        refused.accept(conflict(places.get(i), submissions.get(i), receipt.orderId()));
      } else {
        accepted.accept(receipt);
      }
    }
  }

  private KeyConflict conflict(String place, Submission submission, long orderId) {
    List<String> differences =
        inspector
            .body(orderId)
            .map(body -> OrderJson.differences(body, submission.body()))
            .orElse(List.of());
    return new KeyConflict(
        place, String.valueOf(submission.idempotencyKey()), orderId, differences);
  }
}
