package dev.orders.app;

import dev.orders.queue.Broker;
import dev.orders.queue.RetryPolicy;
import dev.orders.queue.TaskHandler;
import dev.orders.worker.Worker;
import dev.orders.worker.WorkerCounts;
import dev.orders.worker.WorkerOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * One worker at work. Asked to stop once, it ends gracefully; asked again, at once. Thread-safe.
 */
public final class WorkerRun implements AutoCloseable {

  private final Worker worker;
  private final AtomicBoolean isStopping = new AtomicBoolean();

  private WorkerRun(Worker worker) {
    this.worker = worker;
  }

  static WorkerRun of(Broker broker, Settings settings, WorkerTerms terms) {
    return of(broker, settings, terms, TaskTypes.handlers(terms.queues(), new Workshop(settings)));
  }

  static WorkerRun of(
      Broker broker, Settings settings, WorkerTerms terms, Map<String, TaskHandler> handlers) {
    String name = terms.name() == null ? hostName() : terms.name();
    WorkerOptions options =
        new WorkerOptions(
            WorkerOptions.uniqueId(name, new Random()),
            terms.queues(),
            terms.concurrency(),
            new WorkerOptions.Limits(
                settings.lease(), settings.shutdownGrace(), settings.timeLimit()),
            terms.burst());
    Map<String, RetryPolicy> policies =
        terms.queues().stream().collect(Collectors.toMap(queue -> queue, settings::retryPolicy));
    return new WorkerRun(new Worker(broker, options, handlers, policies::get));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "worker";
    }
  }

  /** Registers the worker and lets it begin. */
  public void start() {
    worker.start();
  }

  /** Asks it to end: gracefully the first time, at once the second. Returns at once. */
  public void stop() {
    if (isStopping.compareAndSet(false, true)) {
      worker.stop();
    } else {
      worker.stopNow();
    }
  }

  /** What it has settled so far. */
  public WorkerCounts counts() {
    return worker.counts();
  }

  /** Waits until it has ended. */
  public void awaitEnd() throws InterruptedException {
    worker.awaitEnd();
  }

  /** Ends it gracefully and waits for that; when interrupted, it does not wait any longer. */
  @Override
  public void close() {
    isStopping.set(true);
    worker.stop();
    try {
      worker.awaitEnd();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
