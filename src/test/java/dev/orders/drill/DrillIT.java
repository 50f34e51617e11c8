package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.app.Settings;
import dev.orders.app.Variables;
import dev.orders.queue.BrokerException;
import dev.orders.redis.BundledServer;
import dev.orders.redis.TestRedis;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillIT {

  @TempDir Path folder;

  @Test
  void should_lose_nothing_on_a_given_redis_and_leave_it_as_it_was() throws Exception {
    try (BundledServer given = TestRedis.start()) {
      Settings settings = settings(given);
      DrillTerms terms = DrillTerms.of(30, 2, 1, 5, 4, 3);

      DrillReport report = new Drill(terms, settings, true, new Watcher()).run().orElseThrow();

      assertThat(report.losses()).isEmpty();
      assertThat(report.findings()).isEmpty();
      assertThat(report.audit().orders()).isEqualTo(30);
      assertThat(report.audit().tasks()).isEqualTo(120);
      assertThat(report.hasPassed()).isTrue();
      assertThat(report.tasks()).isEqualTo(120);
      assertThat(report.effort().count(FaultKind.KILL)).isEqualTo(1);
      assertThat(report.effort().count(FaultKind.REDIS_KILL)).isZero();
      assertThat(report.effort().count(FaultKind.SCRIPT_FLUSH)).isZero();
      assertThat(report.recovery().max()).isGreaterThanOrEqualTo(report.recovery().p50());
      assertThat(given.isAlive()).isTrue();
      assertThat(RedisKeys.of(given)).isEmpty();
      assertThat(report.scratch()).doesNotExist();
    }
  }

  @Test
  void should_not_begin_where_no_redis_answers() {
    Watcher watcher = new Watcher();
    Settings settings =
        new Settings(Variables.of(Map.of("ORDERS_REDIS_URL", "redis://127.0.0.1:1"), folder));
    Drill drill = new Drill(DrillTerms.of(1, 1, 0, 0, 0, 3), settings, true, watcher);

    assertThatThrownBy(drill::run)
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("cannot reach Redis at 127.0.0.1:1");
    assertThat(watcher.scratch.get()).isNull();
  }

  @Test
  void should_take_everything_down_when_it_is_stopped() {
    Watcher watcher = new Watcher();
    Set<ProcessHandle> others = ProcessHandle.current().children().collect(Collectors.toSet());
    Drill drill =
        new Drill(
            DrillTerms.of(10_000, 2, 5, 1, 5, 3),
            new Settings(Variables.of(Map.of(), folder)),
            false,
            watcher);
    CompletableFuture<Optional<DrillReport>> running = CompletableFuture.supplyAsync(drill::run);
    await().atMost(90, TimeUnit.SECONDS).until(() -> watcher.tasks.get() > 0);
    assertThat(descendants(others)).hasSizeGreaterThan(2);

    drill.stop();

    assertThat(running).succeedsWithin(60, TimeUnit.SECONDS).isEqualTo(Optional.empty());
    await().untilAsserted(() -> assertThat(descendants(others)).isEmpty());
    assertThat(watcher.scratch.get()).doesNotExist();
  }

  private Settings settings(BundledServer given) {
    return new Settings(Variables.of(Map.of("ORDERS_REDIS_URL", given.url()), folder));
  }

  // The browser of other tests is a child, too, and starts processes of its own as it likes.
  private static Set<ProcessHandle> descendants(Set<ProcessHandle> others) {
    return ProcessHandle.current()
        .children()
        .filter(child -> !others.contains(child))
        .flatMap(child -> Stream.concat(Stream.of(child), child.descendants()))
        .collect(Collectors.toSet());
  }

  private static final class Watcher implements DrillWatcher {

    private final AtomicReference<Path> scratch = new AtomicReference<>();
    private final AtomicLong tasks = new AtomicLong();

    @Override
    public void begins(Path folder) {
      scratch.set(folder);
    }

    @Override
    public void goesOn(DrillProgress progress) {
      tasks.set(progress.tasks());
    }
  }

  /** The keys of a server that is there for this test only. */
  private static final class RedisKeys {

    static List<String> of(BundledServer server) {
      io.lettuce.core.RedisClient client = io.lettuce.core.RedisClient.create(server.url());
      try (var connection = client.connect()) {
        return connection.sync().keys("*");
      } finally {
        client.shutdown(0, 1, TimeUnit.SECONDS);
      }
    }
  }
}
