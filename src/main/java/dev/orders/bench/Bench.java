package dev.orders.bench;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.redis.ServerReading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bench from beginning to end:
 *
 * <ol>
 *   <li>a scratch folder, and a Redis of its own or else a scratch namespace on the given one;
 *   <li>one repetition to warm up, which does not count;
 *   <li>the repetitions: each in an empty namespace, which is emptied again after it;
 *   <li>of each figure the median, the lowest and the highest;
 *   <li>everything is swept away.
 * </ol>
 *
 * <p>Used once, by one thread; {@link #stop} comes from any.
 */
public final class Bench {

  private final BenchTerms terms;
  private final BenchWatcher watcher;
  private volatile boolean isStopped;

  /** Prepares a bench. */
  public Bench(BenchTerms terms, BenchWatcher watcher) {
    this.terms = terms;
    this.watcher = watcher;
  }

  /** Ends it after the repetition under way; there is no report then. */
  public void stop() {
    isStopped = true;
  }

  /**
   * Carries it out.
   *
   * @param settings where the given Redis is, and what the namespace begins with
   * @param isGiven true to use that Redis; false for one of the bench's own
   * @return what was measured; empty when it was stopped
   */
  public Optional<BenchReport> run(Settings settings, boolean isGiven) {
    try (BenchSite site = BenchSite.open(settings, isGiven)) {
      ServerReading server = reading(site);
      watcher.begins(server);
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i <= terms.repeat() && !isStopped; i++) {
        watcher.repeats(i, terms.repeat());
        samples.add(once(site));
      }
      return isStopped ? Optional.empty() : Optional.of(report(server, samples));
    }
  }

  private static ServerReading reading(BenchSite site) {
    try (Services services = site.services()) {
      return services.serverReading();
    }
  }

  private Sample once(BenchSite site) {
    try (Services services = site.services()) {
      try {
        return terms.kind().course().run(new Course.Ground(services, site.folder(), terms.count()));
      } finally {
        services.erase();
      }
    }
  }

  private BenchReport report(ServerReading server, List<Sample> samples) {
    List<Sample> counted = samples.subList(1, samples.size());
    Map<Figure, Spread> figures = new EnumMap<>(Figure.class);
    for (Figure figure : counted.get(0).values().keySet()) {
      figures.put(
          figure, Spread.of(counted.stream().map(one -> one.values().get(figure)).toList()));
    }
    return new BenchReport(terms, server.version(), server.persistence(), figures);
  }
}
