package dev.orders.cli;

import dev.orders.app.Assurance;
import dev.orders.app.CheckReport;
import dev.orders.app.KeyConflict;
import dev.orders.app.OrderSources;
import dev.orders.app.Services;
import dev.orders.app.SubmitTerms;
import dev.orders.app.Target;
import dev.orders.app.Tracker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Receipt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands orders over to the queue, printing each answer as it comes, and waits for what was handed
 * over.
 */
final class Handover {

  private final Services services;
  private final OutputOptions output;
  private final Talk talk;
  private final Tracker tracker;
  private final Assurance assurance;
  private final Assurances assurances = new Assurances();
  private long accepted;

  Handover(Services services, OutputOptions output, Talk talk, Assurance assurance) {
    this.services = services;
    this.output = output;
    this.talk = talk;
    this.assurance = assurance;
    this.tracker = services.tracker();
  }

  /**
   * Sends every good order; returns the exit code.
   *
   * @param follows true to keep in mind what was accepted, to be waited for
   */
  int send(OrderSources sources, CheckReport report, SubmitTerms terms, boolean follows) {
    ReceiptTable view = new ReceiptTable(services);
    List<KeyConflict> conflicts;
    try (Printer<Receipt> printer = report.isSingle() ? output.one(view) : output.many(view)) {
      conflicts =
          services
              .submitter(assurance)
              .send(sources, report, terms, receipt -> took(receipt, printer, follows));
    } catch (BrokerException e) {
      if (accepted > 0) {
        talk.complain(
            "orders: %,d of %,d orders were accepted before this."
                .formatted(accepted, report.orders()));
        assurances.tell(talk);
      }
      tellHowToGoOn(assurance.journal());
      throw e;
    }
    conflicts.forEach(conflict -> talk.complain(conflict.toString()));
    int code = conflicts.isEmpty() ? ExitCodes.OK : ExitCodes.CONFLICT;
    return ExitCodes.graver(code, assurances.tell(talk));
  }

  private void tellHowToGoOn(@Nullable Path journal) {
    if (journal != null && Files.exists(journal)) {
      talk.complain(
          "orders: all orders are in %s. To go on, run the same command again, or: orders reconcile %s"
              .formatted(journal, journal));
    }
  }

  /** Waits until everything that was kept in mind has ended; returns the exit code. */
  int await(@Nullable Duration timeout) {
    return new Ending(services, talk).await(tracker, timeout);
  }

  private void took(Receipt receipt, Printer<Receipt> printer, boolean follows) {
    accepted++;
    assurances.note(receipt);
    if (follows) {
      tracker.add(new Target(receipt.orderId(), null));
    }
    printer.print(receipt);
  }
}
