package dev.orders.worker;

import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.RetryPolicy;
import dev.orders.queue.TaskHandler;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works through queues until it is told to stop.
 *
 * <ol>
 *   <li>{@link #start} registers it; then tasks are fetched, run, and settled several at once,
 *       while a heartbeat keeps their leases.
 *   <li>{@link #quiet} fetches no more; what is in hand is worked off.
 *   <li>{@link #stop} does the same, gives back what has not begun, waits the grace for the rest,
 *       and ends. {@link #stopNow} does not wait.
 *   <li>{@link #awaitEnd} returns when all that is over, at the latest some five seconds after the
 *       grace, be the broker dead and the handlers deaf.
 * </ol>
 *
 * <p>It is worse to lose a task than to run it twice: whatever this worker cannot settle stays
 * under its lease and comes back. Used once; thread-safe. All its threads are daemons: the caller
 * waits.
 */
public final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final WorkerOptions options;
  private final Parts parts;
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean started;
  private @Nullable Ending ending;

  /**
   * @param handlers by task name; {@code status} also carries out {@code status-2}
   * @param policies the retry policy of a queue, by the queue's name
   */
  public Worker(
      Broker broker,
      WorkerOptions options,
      Map<String, TaskHandler> handlers,
      Function<String, RetryPolicy> policies) {
    this.options = options;
    LeaseClock clock = new LeaseClock(options.lease(), System::nanoTime);
    Site site = new Site(broker, options, clock, new Random());
    this.parts = new Parts(site, Clock.systemUTC(), new Handlers(handlers), policies, this::stop);
  }

  /**
   * Registers the worker and starts it.
   *
   * @throws BrokerException when the broker cannot be reached; the worker has not started then
   */
  public synchronized void start() {
    if (started || ending != null) {
      throw new IllegalStateException("a worker is started once");
    }
    parts.heart().beat();
    parts.start();
    started = true;
    LOG.info(
        "worker {} takes {} with {} threads",
        options.id(),
        String.join(", ", options.queues()),
        options.concurrency());
  }

  /**
   * Fetches no more; what is in hand is worked off, and the worker lives on until it is stopped.
   */
  public void quiet() {
    parts.fetch().stop();
  }

  /** Begins the end; returns at once. Does nothing when it has begun. */
  public synchronized void stop() {
    if (ending != null) {
      return;
    }
    ending = parts.ending(options.grace(), this::ended);
    if (started) {
      LOG.info("worker {} takes nothing more, and ends what it runs", options.id());
      Actor.start("orders-end", ending);
    } else {
      ended.countDown();
    }
  }

  /** Ends without waiting for running handlers: they are interrupted and their tasks given back. */
  public synchronized void stopNow() {
    stop();
    if (ending != null) {
      ending.hurry();
    }
  }

  /** Waits for the end. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** True when it has ended. */
  public boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** What it has settled so far. */
  public WorkerCounts counts() {
    return parts.journal().counts();
  }

  private void ended() {
    WorkerCounts counts = counts();
    LOG.info(
        "worker {} ended: {} succeeded, {} failed, {} to be retried",
        options.id(),
        counts.succeeded(),
        counts.failed(),
        counts.retried());
    ended.countDown();
  }
}
