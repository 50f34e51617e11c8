package dev.orders.drill;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The drill itself: workers work, orders come in, faults strike, until everything is done or
 * nothing moves any more. Used once, by one thread.
 */
final class Act {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration STANDSTILL = Duration.ofSeconds(90);

  /** What a worker that comes back from a pause late may still do, it has done by then. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  /** The longest that one request to a dead Redis may take, and some. */
  private static final Duration TO_GIVE_UP = Duration.ofSeconds(30);

  private final DrillTerms terms;
  private final FaultPlan plan;
  private final Cast cast;
  private final Halt halt;
  private final DrillWatcher watcher;

  /** Who plays. */
  record Cast(
      Crew crew, FaultInjector injector, OrderFeeder feeder, Gauge gauge, Effects effects) {}

  Act(DrillTerms terms, Cast cast, Halt halt, DrillWatcher watcher) {
    this.terms = terms;
    this.plan = new FaultPlan(terms);
    this.cast = cast;
    this.halt = halt;
    this.watcher = watcher;
  }

  /** Plays to the end, or until it is halted; says what was done. */
  Effort play() {
    long start = System.nanoTime();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      cast.crew().hire(terms.workers());
      Future<?> feeding = thread.submit(cast.feeder());
      do {
        tick();
      } while (!isOver(feeding) && !halt.await(TICK));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      halt.await(LAST_WORDS);
      return effort(took);
    } finally {
      halt.call();
      await(thread);
    }
  }

  /** It writes into the folder that is deleted next. */
  private static void await(ExecutorService thread) {
    thread.shutdown();
    try {
      thread.awaitTermination(TO_GIVE_UP.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    cast.gauge().read();
    plan.carryOut(cast.gauge().share(), cast.injector()::carryOut);
    cast.crew().tend();
    cast.effects().look();
    watcher.goesOn(progress());
  }

  private boolean isOver(Future<?> feeding) {
    boolean isStuck = cast.gauge().standstill().compareTo(STANDSTILL) > 0;
    boolean isDone = isFed(feeding) && cast.gauge().isDone() && !cast.crew().hasPaused();
    return isDone || isStuck;
  }

  /** Whether all orders were submitted; what went wrong with that goes wrong here. */
  private static boolean isFed(Future<?> feeding) {
    if (!feeding.isDone()) {
      return false;
    }
    try {
      feeding.get();
      return true;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the orders could not be submitted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private DrillProgress progress() {
    int faults = terms.faults().values().stream().mapToInt(Integer::intValue).sum();
    return new DrillProgress(
        cast.feeder().accepted().size(),
        terms.orders(),
        cast.gauge().done(),
        cast.gauge().tasks(),
        faults - plan.left(),
        faults);
  }

  private Effort effort(Duration took) {
    return new Effort(
        cast.feeder().accepted().size(),
        took,
        plan.done(),
        plan.left(),
        cast.crew().started() - terms.workers());
  }
}
