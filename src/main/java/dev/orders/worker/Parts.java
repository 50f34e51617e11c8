package dev.orders.worker;

import dev.orders.queue.RetryPolicy;
import dev.orders.queue.WorkerInfo;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the parts of one worker together, and starts their threads. */
final class Parts {

  private final Journal journal = new Journal();
  private final Waiter waiter = new Waiter();
  private final Hands hands = new Hands(waiter);
  private final ProgressReporter progress;
  private final Settler settler;
  private final Finisher finisher;
  private final Slots slots;
  private final TimeKeeper timeKeeper;
  private final Heart heart;
  private final FetchLoop fetch;
  private @Nullable Actor fetching;
  private List<Actor> others = List.of();

  Parts(
      Site site,
      Clock clock,
      Handlers handlers,
      Function<String, RetryPolicy> policies,
      Runnable drained) {
    Appetite appetite = new Appetite(site.options().concurrency());
    Outcomes outcomes = new Outcomes(policies, site.options().timeLimit(), site.random());
    progress = new ProgressReporter(site.options().id(), site.broker());
    settler = new Settler(site, hands, journal);
    finisher = new Finisher(outcomes, settler, hands, progress, journal);
    Runner runner = new Runner(handlers, outcomes, finisher, appetite, site.clock());
    RunningAttempt.Tools tools =
        new RunningAttempt.Tools(site.options().id(), site.broker(), site.clock(), progress);
    slots = new Slots(site.options().concurrency(), hands, runner, finisher, tools, waiter);
    timeKeeper = new TimeKeeper(hands, finisher, slots, site.clock(), site.options().timeLimit());
    heart = new Heart(site, self(site.options(), clock), hands, finisher);
    fetch =
        new FetchLoop(
            site, slots, hands, new FetchLoop.Crew(settler, heart, appetite, waiter, drained));
  }

  /** The fetch loop last: what it brings finds everybody at work. */
  void start() {
    slots.open();
    others =
        List.of(
            Actor.start("orders-settle", settler),
            Actor.start("orders-progress", progress),
            Actor.start("orders-time", timeKeeper),
            Actor.start("orders-heart", heart));
    fetching = Actor.start("orders-fetch", fetch);
  }

  Ending ending(Duration grace, Runnable whenEnded) {
    Ending.Crew crew =
        new Ending.Crew(
            fetch, slots, hands, finisher, settler, progress, timeKeeper, heart, fetching, others);
    return new Ending(grace, crew, whenEnded);
  }

  Journal journal() {
    return journal;
  }

  Heart heart() {
    return heart;
  }

  FetchLoop fetch() {
    return fetch;
  }

  private static WorkerInfo self(WorkerOptions options, Clock clock) {
    return new WorkerInfo(
        options.id(),
        host(),
        ProcessHandle.current().pid(),
        options.queues(),
        options.concurrency(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        List.of(),
        null);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
