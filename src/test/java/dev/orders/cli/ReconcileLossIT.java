package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.BundledServer;
import dev.orders.redis.RawRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers that lose what they had acknowledged, and a submission that is killed half way. */
class ReconcileLossIT {

  private static final int MANY = 20_000;
  private static final String TWO = Sample.order("A") + "\n" + Sample.order("B") + "\n";

  @TempDir Path directory;

  @Test
  void should_bring_back_exactly_what_an_older_append_only_file_lacks() throws IOException {
    Path data = directory.resolve("data");
    Path older = directory.resolve("older.aof");
    try (BundledServer server = BundledServer.start(0, data)) {
      TestConsole console = console(server).input(TWO);
      console.expect(0, "submit", "-", "--journal", "first");
      Files.copy(data.resolve("appendonly.aof"), older);
      console.expect(0, "submit", "-", "--journal", "second");
      server.kill();
    }
    Files.delete(data.resolve("appendonly.aof"));
    Files.copy(older, data.resolve("appendonly.aof"));

    try (BundledServer server = BundledServer.start(0, data)) {
      TestConsole console = console(server);
      console.expect(0, "reconcile", "first");
      assertThat(console.err()).isEqualTo("2 present.\n");
      console.expect(0, "reconcile", "second");
      assertThat(console.err()).isEqualTo("2 submitted; Redis had lost 2 that it had accepted.\n");
      console.expect(0, "reconcile", "second");
      assertThat(console.err()).isEqualTo("2 present.\n");
      assertThat(accepted(server)).isEqualTo("4");
    }
  }

  @Test
  void should_bring_everything_back_into_an_empty_redis_and_only_once() throws IOException {
    try (BundledServer server = BundledServer.start(0, directory.resolve("data1"))) {
      console(server).input(TWO).expect(0, "submit", "-", "--journal", "j");
      server.kill();
    }
    try (BundledServer server = BundledServer.start(0, directory.resolve("data2"))) {
      TestConsole console = console(server);
      console.expect(0, "reconcile", "j", "--dry-run");
      console.expect(0, "reconcile", "j");
      assertThat(console.err())
          .contains("This Redis is not the one that the orders were sent to before.")
          .contains("2 submitted; Redis had lost 2");
      console.expect(0, "reconcile", "j");
      assertThat(console.err()).isEqualTo("2 present.\n");
      assertThat(accepted(server)).isEqualTo("2");
    }
  }

  @Test
  void should_go_on_with_a_half_written_journal_on_an_empty_redis() throws IOException {
    Path journal = directory.resolve("j");
    try (BundledServer server = BundledServer.start(0, directory.resolve("data1"))) {
      console(server).input(TWO).expect(0, "submit", "-", "--journal", "j");
      Files.write(journal, Files.readAllLines(journal).subList(0, 2));
      server.kill();
    }
    try (BundledServer server = BundledServer.start(0, directory.resolve("data2"))) {
      TestConsole console = console(server).input(TWO);
      console.expect(0, "submit", "-", "--journal", "j");
      console.expect(0, "reconcile", "j");
      assertThat(console.err()).isEqualTo("2 present.\n");
      assertThat(accepted(server)).isEqualTo("2");
    }
  }

  @Test
  void should_refuse_a_redis_that_is_neither_the_same_nor_empty_unless_told_to()
      throws IOException {
    try (BundledServer server = BundledServer.start(0, directory.resolve("data1"))) {
      console(server).input(TWO).expect(0, "submit", "-", "--journal", "j");
      server.kill();
    }
    try (BundledServer server = BundledServer.start(0, directory.resolve("data2"))) {
      TestConsole console = console(server).input(Sample.order("Z"));
      console.expect(0, "submit", "-");
      console.expect(7, "reconcile", "j");
      assertThat(console.err())
          .contains("was written for another Redis than this one")
          .contains("--other-redis");
      assertThat(accepted(server)).isEqualTo("1");

      console.expect(0, "reconcile", "j", "--other-redis");
      console.expect(0, "reconcile", "j");
      assertThat(console.err()).isEqualTo("2 present.\n");
      assertThat(accepted(server)).isEqualTo("3");
    }
  }

  @Test
  void should_bring_the_rest_in_after_the_submitting_process_was_killed_half_way()
      throws IOException {
    Files.write(directory.resolve("batch"), Collections.nCopies(MANY, Sample.order("A")));
    try (BundledServer server = BundledServer.start(0, directory.resolve("data"))) {
      OrdersProcess orders = OrdersProcess.in(directory).with("ORDERS_REDIS_URL", server.url());
      Process submission = orders.start("submit", "batch", "--journal", "j", "-o", "id");
      await().until(() -> accepted(server).matches("[0-9]{3,}"));
      submission.destroyForcibly().onExit().join();
      assertThat(Integer.parseInt(accepted(server))).isLessThan(MANY);

      TestConsole console = console(server);
      console.expect(0, "reconcile", "j", "-o", "id");
      assertThat(console.err()).containsPattern("present, .* submitted");
      assertThat(accepted(server)).isEqualTo(Integer.toString(MANY));
      assertThat(console.expect(0, "submit", "batch", "--journal", "j", "-o", "id").lines())
          .hasSize(MANY)
          .doesNotHaveDuplicates();
      assertThat(accepted(server)).isEqualTo(Integer.toString(MANY));
    }
  }

  private TestConsole console(BundledServer server) {
    return new TestConsole(Map.of("ORDERS_REDIS_URL", server.url()), directory);
  }

  private static String accepted(BundledServer server) throws IOException {
    return RawRedis.ask(server.port(), "GET orders:{0}:next");
  }
}
