package dev.orders.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The workers of a drill: always as many as asked for, whatever befalls them. Used by one thread.
 *
 * <p>Only those that are at work, and not still starting, are worth killing or pausing.
 */
final class Crew implements AutoCloseable {

  private final WorkerLauncher launcher;
  private final Watchdog watchdog;
  private final Duration pause;
  private final Clock clock;
  private final List<WorkerProcess> workers = new ArrayList<>();
  private final Map<String, Instant> kills = new HashMap<>();
  private int started;

  /**
   * @param pause how long a pause lasts at least
   * @param clock tells when somebody was killed
   */
  Crew(WorkerLauncher launcher, Watchdog watchdog, Duration pause, Clock clock) {
    this.launcher = launcher;
    this.watchdog = watchdog;
    this.pause = pause;
    this.clock = clock;
  }

  /** Starts that many more. */
  void hire(int count) {
    for (int i = 0; i < count; i++) {
      started++;
      workers.add(launcher.start("drill-" + started));
    }
    watchdog.watch(workers.stream().map(WorkerProcess::pid).toList());
  }

  /**
   * Kills one of them; {@link #tend} replaces it.
   *
   * @param isAtWork whether the worker of that name is at work
   * @return false when none is at work
   */
  boolean kill(Fault fault, Predicate<String> isAtWork) {
    List<WorkerProcess> victims = atWork(isAtWork);
    if (victims.isEmpty()) {
      return false;
    }
    WorkerProcess victim = victims.get(fault.below(victims.size()));
    kills.put(victim.name(), clock.instant());
    victim.kill();
    return true;
  }

  /** Pauses one of them; false when none is at work. */
  boolean pause(Fault fault, Predicate<String> isAtWork) {
    List<WorkerProcess> victims = atWork(isAtWork);
    if (victims.isEmpty()) {
      return false;
    }
    victims.get(fault.below(victims.size())).pause(clock.instant());
    return true;
  }

  private List<WorkerProcess> atWork(Predicate<String> isAtWork) {
    return workers.stream()
        .filter(worker -> worker.isAlive() && worker.pausedAt() == null)
        .filter(worker -> isAtWork.test(worker.name()))
        .toList();
  }

  /** Wakes those who have been paused for long enough, and replaces the dead. */
  void tend() {
    for (WorkerProcess worker : workers) {
      Instant pausedAt = worker.pausedAt();
      if (pausedAt != null && !clock.instant().isBefore(pausedAt.plus(pause))) {
        worker.goOn();
      }
    }
    int before = workers.size();
    workers.removeIf(worker -> !worker.isAlive());
    if (workers.size() < before) {
      hire(before - workers.size());
    }
  }

  boolean hasPaused() {
    return workers.stream().anyMatch(worker -> worker.pausedAt() != null);
  }

  /** How many were started in all. */
  int started() {
    return started;
  }

  /** When somebody was killed, by name. */
  Map<String, Instant> kills() {
    return Map.copyOf(kills);
  }

  /** Kills all of them. */
  @Override
  public void close() {
    workers.forEach(WorkerProcess::kill);
    workers.clear();
    watchdog.watch(List.of());
  }
}
