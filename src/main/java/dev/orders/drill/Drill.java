package dev.orders.drill;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.queue.AuditReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A drill from beginning to end:
 *
 * <ol>
 *   <li>a scratch folder, a Redis of its own, a carrier, and a proxy before Redis;
 *   <li>workers, each a process, and orders for them: both reach Redis through the proxy;
 *   <li>while they work, the faults of the plan, by the progress of the work;
 *   <li>when all is done, or nothing moves any more: the workers are killed, and every order that
 *       was accepted is looked for, with all that should follow from it, and the books are audited;
 *   <li>what passed is swept away; otherwise everything is kept for whoever wants to know why.
 * </ol>
 *
 * <p>Used once, by one thread; {@link #stop} comes from any.
 */
public final class Drill {

  /** As long as it takes to be taken for dead, and a little longer. */
  private static final Duration PAUSE = DrillSite.LEASE.plusSeconds(1);

  private final DrillTerms terms;
  private final Settings settings;
  private final boolean isGiven;
  private final DrillWatcher watcher;
  private final Halt halt = new Halt();
  private volatile boolean isStopped;

  /**
   * Prepares a drill.
   *
   * @param settings where the given Redis is, and what its namespace begins with
   * @param isGiven true to use that Redis, which is then neither killed nor flushed; false for one
   *     of the drill's own
   */
  public Drill(DrillTerms terms, Settings settings, boolean isGiven, DrillWatcher watcher) {
    this.terms = isGiven ? terms.sparingRedis() : terms;
    this.settings = settings;
    this.isGiven = isGiven;
    this.watcher = watcher;
  }

  /** Ends it early: the workers and the server are taken down, and there is no report. */
  public void stop() {
    isStopped = true;
    halt.call();
  }

  /**
   * Carries it out.
   *
   * @return what came of it; empty when it was stopped
   */
  public Optional<DrillReport> run() {
    try (DrillSite site = DrillSite.open(settings, isGiven)) {
      site.requireRedis();
      watcher.begins(site.folder());
      Optional<DrillReport> report = run(site);
      if (report.isEmpty() || report.get().hasPassed()) {
        site.done();
      }
      return report;
    }
  }

  private Optional<DrillReport> run(DrillSite site) {
    try (DrillCarrier carrier = DrillCarrier.open(site.folder());
        CuttingProxy proxy = new CuttingProxy(site.address())) {
      Map<String, String> straight = site.environment(carrier.url());
      Map<String, String> proxied = site.through(proxy.port(), straight);
      Effects effects = new Effects(site.folder(), carrier);
      try (Services direct = site.services(straight);
          Services cut = site.services(proxied);
          Watchdog watchdog = Watchdog.start();
          Crew crew = crew(site.folder(), proxied, watchdog)) {
        Gauge gauge = gauge(direct);
        FaultInjector injector = new FaultInjector(site, proxy, crew, direct.inspector(), halt);
        OrderFeeder feeder = new OrderFeeder(cut, site.folder(), terms, gauge, halt);
        Act.Cast cast = new Act.Cast(crew, injector, feeder, gauge, effects);
        Effort effort = new Act(terms, cast, halt, watcher).play();
        crew.close();
        return isStopped
            ? Optional.empty()
            : Optional.of(report(site.folder(), direct, cast, effort));
      }
    }
  }

  private static Crew crew(Path folder, Map<String, String> environment, Watchdog watchdog) {
    return new Crew(new WorkerLauncher(folder, environment), watchdog, PAUSE, Clock.systemUTC());
  }

  private Gauge gauge(Services services) {
    long tasks = (long) terms.orders() * OrderFeeder.TASKS_AN_ORDER;
    return new Gauge(services.inspector(), tasks, System::nanoTime);
  }

  private DrillReport report(Path folder, Services services, Act.Cast cast, Effort effort) {
    Reruns reruns = new Reruns(cast.crew().kills());
    Inquest inquest = new Inquest(services.inspector(), cast.effects(), reruns);
    inquest.examine(cast.feeder().accepted().stream().sorted().toList(), terms.orders());
    AuditReport audit = services.audit().run(true);
    return new DrillReport(
        terms.seed(),
        folder,
        effort,
        inquest.tasks(),
        inquest.toll(),
        reruns.recovery(),
        inquest.losses(),
        audit);
  }
}
