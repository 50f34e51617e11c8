package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders in, however many, in bounded memory: reads everything once to check it, and again to
 * send it, or to write it into a journal and send that. Whether a bad order keeps the good ones out
 * is for the caller to decide in between.
 */
public final class OrderSubmitter {

  private final Supplier<Intake> intake;
  private final Supplier<Inspector> inspector;
  private final Supplier<Journals> journals;
  private final @Nullable Path journal;

  /**
   * Nothing is connected before there is something to send.
   *
   * @param journal where to write the orders first; null for nowhere
   */
  OrderSubmitter(
      Supplier<Intake> intake,
      Supplier<Inspector> inspector,
      Supplier<Journals> journals,
      @Nullable Path journal) {
    this.intake = intake;
    this.inspector = inspector;
    this.journals = journals;
    this.journal = journal;
  }

  /** Reads everything and sends nothing. */
  public CheckReport check(OrderSources sources, SubmitTerms terms) {
    if (terms.idempotencyKey() != null && sources.size() > 1) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "--idempotency-key names one order, or the lines of one file. Submit the files one by"
              + " one.");
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
    SecondReading reading = new SecondReading(sources, terms, isAlone);
    return journal == null
        ? send(reading, accepted)
        : send(reading, journal, new OrderBatch(intake.get(), inspector.get()), accepted);
  }

  private List<KeyConflict> send(SecondReading reading, Consumer<Receipt> accepted) {
    try (OrderSender sender = new OrderSender(intake.get(), inspector.get(), accepted)) {
      reading.into(sender);
      return sender.conflicts();
    }
  }

  private List<KeyConflict> send(
      SecondReading reading, Path path, OrderBatch batch, Consumer<Receipt> accepted) {
    List<KeyConflict> conflicts = new ArrayList<>();
    try (Journal opened = journals.get().forSubmission(path)) {
      reading.into(opened.taker());
      new JournalSender(
              opened,
              batch,
              (entry, receipt) -> accepted.accept(receipt),
              (entry, conflict) -> conflicts.add(conflict))
          .send();
    }
    return conflicts;
  }
}
