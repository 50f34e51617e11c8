package dev.orders;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README promises nothing that the jar does not do: its commands are run as they stand. */
class ReadmeIT {

  private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TABLE_VERB =
      Pattern.compile("^\\| `orders (\\w+)|, `orders (\\w+)", Pattern.MULTILINE);
  private static final Pattern HELP_VERB = Pattern.compile("^  (\\w+) {2,}\\S", Pattern.MULTILINE);
  private static final String TESTS = "mvn -B verify";

  @TempDir Path directory;

  @Test
  void should_run_every_command_that_the_readme_shows() throws IOException {
    copyExamples();
    List<OrdersProcess.Running> background = new ArrayList<>();
    OrdersProcess orders = new OrdersProcess(directory);
    int port = TestRedis.lowPort();
    try {
      for (String command : commands()) {
        String[] words = command.split(" +");
        switch (words[0] + " " + words[1]) {
          case "scripts/orders run" -> orders.run(arguments(words)).exits(0);
          case "orders redis" -> {
            background.add(orders.start("redis", "--port", Integer.toString(port)));
            orders.with("ORDERS_REDIS_URL", "redis://localhost:" + port + "/0");
            await().atMost(60, SECONDS).until(() -> orders.run("queues").code() == 0);
          }
          case "orders worker" -> background.add(orders.start(arguments(words)));
          default -> orders.run(arguments(words)).exits(0);
        }
      }
    } finally {
      background.forEach(running -> running.process().destroy());
      background.forEach(OrdersProcess.Running::finish);
    }
    assertThat(directory.resolve("invoices")).isDirectoryContaining("glob:**/invoice_1_*.pdf");
  }

  @Test
  void should_list_the_verbs_that_there_are() throws IOException {
    String help = new OrdersProcess(directory).run("--help").exits(0).out();

    assertThat(verbs(TABLE_VERB, readme())).isEqualTo(verbs(HELP_VERB, help.split("Commands:")[1]));
  }

  @Test
  void should_name_the_test_command_that_ci_runs() throws IOException {
    assertThat(readme()).contains(TESTS);
    assertThat(Files.readString(Path.of(".ci", "run"))).contains(TESTS);
  }

  private static Set<String> verbs(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1) == null ? result.group(2) : result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> commands() throws IOException {
    return SHELL_BLOCK
        .matcher(readme())
        .results()
        .map((MatchResult block) -> block.group(1))
        .flatMap(String::lines)
        .map(line -> line.replaceFirst(" +# .*", "").strip())
        .filter(line -> !line.isEmpty() && !line.equals(TESTS))
        .toList();
  }

  private static String[] arguments(String[] words) {
    return Stream.of(words).skip(1).toArray(String[]::new);
  }

  private void copyExamples() throws IOException {
    Path copies = Files.createDirectory(directory.resolve("examples"));
    try (Stream<Path> files = Files.list(Path.of("examples"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copies.resolve(file.getFileName()));
      }
    }
  }

  private static String readme() throws IOException {
    return Files.readString(Path.of("README.md"));
  }
}
