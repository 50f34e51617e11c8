package dev.orders.email;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.queue.Attempt;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskType;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells the customer that an order is on its way. The facts are those of the {@link Mailer}, and
 * {@code tracking_number}.
 */
public final class NoticeHandler implements TaskHandler {

  /** The task {@code notice} of the queue {@code email}. */
  public static final TaskType TYPE = new TaskType("notice", "email");

  private final LetterWriter writer;
  private final Mailer mailer;

  /** Has letters written by one and taken away by the other. */
  public NoticeHandler(LetterWriter writer, Mailer mailer) {
    this.writer = writer;
    this.mailer = mailer;
  }

  @Override
  public TaskResult handle(Attempt attempt) throws Exception {
    attempt.progress(0);
    String trackingNumber = attempt.delivery().order().trackingNumber();
    if (trackingNumber == null) {
      throw new PermanentFailureException("the order has no tracking number to tell of");
    }
    Order order = attempt.delivery().order().read(OrderJson::parse);
    Letter letter = writer.notice(attempt.delivery(), order, trackingNumber);
    Map<String, String> facts = new HashMap<>(mailer.deliver(letter, attempt));
    facts.put("tracking_number", trackingNumber);
    attempt.progress(100);
    return TaskResult.of(facts);
  }
}
