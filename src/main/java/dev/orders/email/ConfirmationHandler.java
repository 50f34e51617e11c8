package dev.orders.email;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.queue.Attempt;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskType;
import java.util.Map;

/** Confirms an order to its customer. The facts are those of the {@link Mailer}. */
public final class ConfirmationHandler implements TaskHandler {

  /** The task {@code email} of the queue {@code email}. */
  public static final TaskType TYPE = new TaskType("email", "email");

  private static final int PREPARING = 0;
  private static final int WRITING = 30;
  private static final int SENDING = 70;
  private static final int SENT = 100;

  private final LetterWriter writer;
  private final Mailer mailer;

  /** Has letters written by one and taken away by the other. */
  public ConfirmationHandler(LetterWriter writer, Mailer mailer) {
    this.writer = writer;
    this.mailer = mailer;
  }

  @Override
  public TaskResult handle(Attempt attempt) throws Exception {
    attempt.progress(PREPARING);
    Order order = attempt.delivery().order().read(OrderJson::parse);
    attempt.progress(WRITING);
    Letter letter = writer.confirmation(attempt.delivery(), order);
    attempt.progress(SENDING);
    Map<String, String> facts = mailer.deliver(letter, attempt);
    attempt.progress(SENT);
    return TaskResult.of(facts);
  }
}
