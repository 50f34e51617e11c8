package dev.orders.worker;

import dev.orders.queue.Delivery;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that run handlers. What comes while all are busy waits its turn in memory, under its
 * lease. A thread whose handler does not come back is replaced; should it come back after all, it
 * is one too many and ends.
 */
final class Slots {

  private static final Logger LOG = LoggerFactory.getLogger(Slots.class);

  private final Hands hands;
  private final Runner runner;
  private final Finisher finisher;
  private final RunningAttempt.Tools tools;
  private final Waiter whenFree;
  private final ThreadPoolExecutor pool;
  private final AtomicInteger load = new AtomicInteger();
  private final Set<RunningAttempt> turns = ConcurrentHashMap.newKeySet();
  private volatile long waitingSince;
  private volatile boolean closed;

  /**
   * @param whenFree woken whenever a thread has become free
   */
  Slots(
      int concurrency,
      Hands hands,
      Runner runner,
      Finisher finisher,
      RunningAttempt.Tools tools,
      Waiter whenFree) {
    this.hands = hands;
    this.runner = runner;
    this.finisher = finisher;
    this.tools = tools;
    this.whenFree = whenFree;
    this.pool = pool(concurrency);
    this.waitingSince = tools.clock().now();
  }

  /** Starts all threads now: if the machine has not got them, that is said at the start. */
  void open() {
    pool.prestartAllCoreThreads();
  }

  /** How many tasks run or wait for a thread. */
  int load() {
    return load.get();
  }

  /**
   * Takes a delivery into hand, to run it as soon as a thread is free; after {@link #close} it is
   * given back instead.
   *
   * @param leasedAt the moment the fetch was sent
   */
  void take(Delivery delivery, long leasedAt) {
    RunningAttempt attempt = new RunningAttempt(delivery, leasedAt, tools);
    if (!hands.take(attempt)) {
      return; // an answer heard twice: it is in hand already
    }
    // In hand first, then the question: either this sees the close, or the close sees the attempt.
    if (closed) {
      finisher.callOff(attempt, Lifeline.Halt.STOPPED);
    } else {
      load.incrementAndGet();
      if (pool.getQueue().isEmpty()) {
        waitingSince = tools.clock().now();
      }
      pool.execute(() -> turn(attempt));
    }
  }

  /** Starts nothing more; what no thread has begun is given back at once. */
  void close() {
    closed = true;
    giveBackWaiting();
  }

  /** For how long no waiting task has got a thread; zero when none waits. */
  Duration stall() {
    return pool.getQueue().isEmpty() ? Duration.ZERO : tools.clock().since(waitingSince);
  }

  /** Gives back what no thread has begun: another worker may have one free. */
  void giveBackWaiting() {
    waitingSince = tools.clock().now();
    hands.all().forEach(attempt -> finisher.callOff(attempt, Lifeline.Halt.STOPPED));
  }

  /** Lets the threads go; a handler that does not stop keeps its own, without keeping the JVM. */
  void shutdown() {
    pool.shutdownNow();
  }

  /** The thread that runs this attempt is not waited for any longer: another takes its place. */
  void replaceThreadOf(RunningAttempt attempt) {
    if (turns.remove(attempt)) {
      resize(1);
      load.decrementAndGet();
      whenFree.wake();
    }
  }

  private synchronized void resize(int by) {
    pool.setCorePoolSize(pool.getCorePoolSize() + by);
  }

  private void turn(RunningAttempt attempt) {
    waitingSince = tools.clock().now();
    turns.add(attempt);
    try {
      runner.run(attempt);
    } catch (RuntimeException | Error e) {
      LOG.error("{} stays under its lease", attempt.delivery().id(), e);
      attempt.life().end();
      hands.drop(attempt);
    } finally {
      if (turns.remove(attempt)) {
        load.decrementAndGet();
      } else {
        resize(-1);
      }
      whenFree.wake();
    }
  }

  private static ThreadPoolExecutor pool(int concurrency) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        concurrency,
        Integer.MAX_VALUE, // never reached: the queue has no bound
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        turn -> {
          Thread thread = new Thread(turn, "orders-run-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
