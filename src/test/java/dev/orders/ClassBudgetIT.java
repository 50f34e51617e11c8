package dev.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short command spends its time on loading classes. Each has a budget of classes that are not the
 * JDK's, a sixth above what it needs today; whoever exceeds it sees which packages they come from.
 */
class ClassBudgetIT {

  private static final Pattern LOADED =
      Pattern.compile(
          "\\] ((?:dev|io|picocli|reactor|ch|org|tools|jakarta)(?:\\.\\w+)*)\\.\\S+ source");

  @TempDir Path directory;

  private OrdersProcess orders;

  @BeforeEach
  void prepare() throws IOException {
    Files.copy(Path.of("examples", "order.json"), directory.resolve("order.json"));
    orders =
        new OrdersProcess(directory)
            .with("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=classes.txt")
            .with("ORDERS_REDIS_URL", TestRedis.url())
            .with("ORDERS_NAMESPACE", TestRedis.namespace());
  }

  @Test
  void should_load_little_to_say_its_version_or_its_help() throws IOException {
    assertBudget(320, "--version");
    assertBudget(340, "--help");
    assertBudget(300, "status", "--help");
  }

  @Test
  void should_load_neither_a_logger_nor_event_loops_for_what_is_over_in_a_moment()
      throws IOException {
    assertLean(1_360, "submit", "order.json");
    assertLean(1_170, "status", "1");
    assertLean(1_330, "show", "1");
    assertLean(1_190, "pause", "email");
    assertLean(1_190, "resume", "email");
    assertLean(1_180, "queues");
    assertLean(1_130, "workers");
    assertLean(1_280, "audit");
    assertLean(1_170, "inspect", "scheduled");
    assertLean(1_190, "log", "1");
    assertLean(1_160, "update", "1", "--status", "shipped");
    assertLean(1_160, "cancel", "1-email");
    assertLean(1_160, "retry", "--dead", "--queue", "email");
    orders.run("submit", "order.json", "--journal", "journal").exits(0);
    assertLean(1_310, "reconcile", "journal");
  }

  private void assertLean(int budget, String... command) throws IOException {
    assertBudget(budget, command);
    assertThat(packages().keySet())
        .as("packages that orders %s needs", String.join(" ", command))
        .doesNotContain("io.netty.channel.nio", "ch.qos.logback.classic", "org.apache.pdfbox");
  }

  private void assertBudget(int budget, String... command) throws IOException {
    Files.deleteIfExists(directory.resolve("classes.txt"));
    orders.run(command).exits(0);
    Map<String, Long> packages = packages();
    long all = packages.values().stream().mapToLong(Long::longValue).sum();

    assertThat(all)
        .as("classes loaded by orders %s: %s", String.join(" ", command), packages)
        .isBetween(budget / 2L, (long) budget);
  }

  private Map<String, Long> packages() throws IOException {
    List<String> log = Files.readAllLines(directory.resolve("classes.txt"));
    return log.stream()
        .map(LOADED::matcher)
        .filter(Matcher::find)
        .collect(
            Collectors.groupingBy(found -> found.group(1), TreeMap::new, Collectors.counting()));
  }
}
