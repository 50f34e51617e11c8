package dev.orders.cli;

import dev.orders.app.Census;
import dev.orders.app.CheckReport;
import dev.orders.app.KeyConflict;
import dev.orders.app.Operator;
import dev.orders.app.OrderSources;
import dev.orders.app.RunSite;
import dev.orders.app.Services;
import dev.orders.app.SubmitTerms;
import dev.orders.app.Target;
import dev.orders.app.TaskTypes;
import dev.orders.app.Tracker;
import dev.orders.app.Waiting;
import dev.orders.app.WorkerRun;
import dev.orders.app.WorkerTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One run from beginning to end:
 *
 * <ol>
 *   <li>a worker for all queues starts in this process;
 *   <li>the orders are submitted or, without any, those of an earlier run are taken up and what
 *       failed is put back;
 *   <li>everything is followed to its end, before the reader's eyes;
 *   <li>the worker ends, and the results are printed.
 * </ol>
 *
 * <p>Ctrl-C ends it early: what runs is finished, and the rest is left for {@code orders run
 * --data}.
 */
final class Run {

  private static final SubmitTerms TERMS = new SubmitTerms(false, null, Duration.ZERO);

  private final OrdersCommand orders;
  private final RunSite site;
  private final Services services;
  private final int concurrency;
  private final Tracker tracker;
  private final List<Target> ids = new ArrayList<>();
  private final Pace pace = new Pace(System::nanoTime);

  Run(OrdersCommand orders, RunSite site, Services services, int concurrency) {
    this.orders = orders;
    this.site = site;
    this.services = services;
    this.concurrency = concurrency;
    this.tracker = services.tracker();
  }

  /** Does all of it; returns the exit code. */
  int work(OrderSources sources, CheckReport report, OutputOptions output) {
    WorkerRun worker =
        services.worker(new WorkerTerms(TaskTypes.queues(), concurrency, null, false));
    try (Signals signals = Signals.on(worker::stop);
        worker) {
      worker.start();
      site.begin();
      List<KeyConflict> conflicts =
          report.orders() > 0 ? submit(sources, report, signals) : takeUp();
      conflicts.forEach(conflict -> orders.talk().complain(conflict.toString()));
      follow(signals);
      worker.close();
      int code = code(conflicts, signals);
      if (code == ExitCodes.OK) {
        site.done(); // before the summary, whose reader may have gone
      }
      new RunSummary(orders, services, tracker, ids).print(output, report.isSingle());
      return code;
    } catch (CalledOffException e) {
      return code(List.of(), e.signals);
    } finally {
      boolean mayHoldOrders = site.data().isPresent() || !ids.isEmpty();
      if (site.isNeeded() && mayHoldOrders) {
        tellHowToGoOn();
      }
    }
  }

  private List<KeyConflict> submit(OrderSources sources, CheckReport report, Signals signals) {
    orders.talk().say("Submitting %,d order%s …", report.orders(), report.orders() == 1 ? "" : "s");
    return services
        .submitter()
        .send(
            sources,
            report,
            TERMS,
            receipt -> {
              follow(receipt.orderId());
              if (signals.exitCode() != 0) {
                throw new CalledOffException(signals);
              }
            });
  }

  private List<KeyConflict> takeUp() {
    Operator operator = new Operator(services.operations());
    TaskTypes.queues().forEach(operator::retryDead);
    new Census(services.inspector()).forEach(this::follow);
    tracker.look();
    pace.goOn(tracker.total().ended());
    return List.of();
  }

  private void follow(long orderId) {
    Target order = new Target(orderId, null);
    ids.add(order);
    tracker.add(order);
  }

  private void follow(Signals signals) {
    RunDisplay display = RunDisplays.of(orders, services, tracker, ids, pace);
    new Waiting(services.inspector(), System::nanoTime)
        .await(
            tracker,
            null,
            () -> {
              display.show();
              return signals.exitCode() == 0;
            });
  }

  private int code(List<KeyConflict> conflicts, Signals signals) {
    int conflict = conflicts.isEmpty() ? ExitCodes.OK : ExitCodes.CONFLICT;
    int failure = tracker.failures().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    int signal = tracker.hasEnded() ? ExitCodes.OK : signals.exitCode();
    return ExitCodes.graver(ExitCodes.graver(conflict, failure), signal);
  }

  private void tellHowToGoOn() {
    Talk talk = orders.talk();
    site.data()
        .ifPresentOrElse(
            data ->
                talk.complain(
                    "The orders are kept in " + data + ". To go on: orders run --data " + data),
            () -> talk.complain("The orders are kept in Redis. To go on: orders worker --burst"));
  }

  /** The reader has had enough before everything was submitted. */
  private static final class CalledOffException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Signals signals;

    CalledOffException(Signals signals) {
      this.signals = signals;
    }
  }
}
