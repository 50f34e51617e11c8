package dev.orders.app;

import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.order.OrderReader;
import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the input a second time and sends it, one small chunk at a time: a chunk fits into one
 * script, so that whatever was accepted has been told before anything can go wrong with the next.
 */
final class OrderSender implements OrderReader.Sink {

  private static final int CHUNK = 60;

  private final Intake intake;
  private final Inspector inspector;
  private final SubmitTerms terms;
  private final boolean isAlone;
  private final Consumer<Receipt> accepted;
  private final List<Submission> chunk = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final List<KeyConflict> conflicts = new ArrayList<>();
  private String source = "";

  /**
   * @param isAlone true when there is only one order, so that a given key is its own
   */
  OrderSender(
      Intake intake,
      Inspector inspector,
      SubmitTerms terms,
      boolean isAlone,
      Consumer<Receipt> accepted) {
    this.intake = intake;
    this.inspector = inspector;
    this.terms = terms;
    this.isAlone = isAlone;
    this.accepted = accepted;
  }

  /** Sends everything; the orders whose keys belong to others are returned. */
  List<KeyConflict> send(OrderSources sources) {
    for (OrderSource next : sources) {
      source = next.name();
      OrderChecker.read(next, this);
    }
    flush();
    return List.copyOf(conflicts);
  }

  @Override
  public void order(long line, int nth, Order order) {
    String body = OrderJson.canonical(order);
    chunk.add(
        new Submission(
            body,
            OrderJson.fingerprint(body),
            key(line, nth, order),
            terms.delay(),
            TaskTypes.first()));
    places.add(source + ":" + line);
    if (chunk.size() == CHUNK) {
      flush();
    }
  }

  @Override
  public void fault(Fault fault) {
    if (!terms.partial()) {
      throw new ProblemException(
          ProblemException.Reason.INPUT,
          "the input changed while it was being submitted; what was printed has been accepted.\n"
              + fault);
    }
  }

  @Override
  public void warning(Fault warning) {
    // Told at the first reading.
  }

  private @Nullable String key(long line, int nth, Order order) {
    return isAlone && terms.idempotencyKey() != null
        ? terms.idempotencyKey()
        : terms.keyFor(line, nth).orElse(order.idempotencyKey());
  }

  private void flush() {
    List<Receipt> receipts = chunk.isEmpty() ? List.of() : intake.submit(List.copyOf(chunk));
    for (int i = 0; i < receipts.size(); i++) {
      Receipt receipt = receipts.get(i);
      if (receipt.verdict() == Receipt.Verdict.CONFLICT) {
        conflicts.add(conflict(places.get(i), chunk.get(i), receipt.orderId()));
      } else {
        accepted.accept(receipt);
      }
    }
    chunk.clear();
    places.clear();
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
