package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Receipt;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes orders in, however many, in bounded memory: reads everything once to check it, and again to
 * send it. Whether a bad order keeps the good ones out is for the caller to decide in between.
 */
public final class OrderSubmitter {

  private final Supplier<Intake> intake;
  private final Supplier<Inspector> inspector;

  /** Nothing is connected before there is something to send. */
  OrderSubmitter(Supplier<Intake> intake, Supplier<Inspector> inspector) {
    this.intake = intake;
    this.inspector = inspector;
  }

  /** Reads everything and sends nothing. */
  public CheckReport check(OrderSources sources, SubmitTerms terms) {
    if (terms.idempotencyKey() != null && sources.size() > 1) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "--idempotency-key names one order, or the lines of one file. Submit the files one by one.");
    }
    return new OrderChecker().check(sources);
  }

  /**
   * Sends every good order.
   *
   * @param report what {@link #check} found in the same sources
   * @param accepted told of each order that is in the queue, as soon as it is
   * @return the orders that were not accepted because of their keys
   */
  public List<KeyConflict> send(
      OrderSources sources, CheckReport report, SubmitTerms terms, Consumer<Receipt> accepted) {
    boolean isAlone = report.orders() == 1 && report.faultCount() == 0;
    OrderBatch batch = new OrderBatch(intake.get(), inspector.get());
    return new OrderSender(batch, terms, isAlone, accepted).send(sources);
  }
}
