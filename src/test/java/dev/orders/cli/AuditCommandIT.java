package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The command on books that balance, and on others. */
class AuditCommandIT {

  @TempDir Path directory;

  private final RedisClient client = RedisClient.create(TestRedis.url());
  private final RedisCommands<String, String> redis = client.connect().sync();
  private TestConsole console;

  @BeforeEach
  void submit() throws IOException {
    console = TestConsole.onRedis(directory);
    Path orders = directory.resolve("orders.ndjson");
    String two = Sample.order("홍길동") + "\n" + Sample.order("김철수") + "\n";
    Files.writeString(orders, two, StandardCharsets.UTF_8);
    console.expect(0, "submit", orders.toString(), "-o", "id");
  }

  @AfterEach
  void close() {
    client.shutdown(0, 1, TimeUnit.SECONDS);
  }

  @Test
  void should_say_that_the_books_balance() {
    String table = console.expect(0, "audit");

    assertThat(table.lines()).hasSize(14).filteredOn(line -> line.contains(" ok ")).hasSize(12);
    assertThat(table).contains("13     -").contains("(--files)");
    assertThat(console.err()).isEqualTo("2 orders, 6 tasks: the books balance.\n");
    JsonNode json = json(console.expect(0, "audit", "-o", "json"));
    assertThat(json.get("clean").booleanValue()).isTrue();
    assertThat(json.get("orders").intValue()).isEqualTo(2);
    assertThat(json.get("checks")).hasSize(12).allMatch(check -> check.get("ok").booleanValue());
    assertThat(console.expect(0, "audit", "-o", "id")).isEmpty();
  }

  @Test
  void should_show_what_is_wrong_and_what_to_do() {
    loseTask();

    assertThat(console.expect(8, "audit"))
        .containsPattern("1 +WRONG +1 +each unfinished task")
        .contains("unfinished, but in no place: 1-email")
        .contains("→ --repair would put it where its state belongs");
    assertThat(console.err()).isEqualTo("orders: 2 orders, 6 tasks: 1 wrong.\n");
    assertThat(console.expect(8, "audit", "-o", "id")).isEqualTo("1-email\n");
    JsonNode check = json(console.expect(8, "audit", "-o", "json")).get("checks").get(0);
    assertThat(check.get("ok").booleanValue()).isFalse();
    assertThat(check.get("findings").get(0).toString())
        .contains("\"flaw\":\"nowhere\"", "\"examples\":[\"1-email\"]", "\"repairable\":true");
  }

  @Test
  void should_repair_only_with_consent() {
    loseTask();

    assertThat(console.run("audit", "--repair")).isEqualTo(2);
    assertThat(console.err()).contains("--yes");
    assertThat(console.run("audit", "--yes")).isEqualTo(2);
    console.expect(8, "audit", "--repair", "--dry-run");
    assertThat(console.err()).contains("would be repaired: unfinished, but in no place");
    console.terminal().input("n\n").expect(8, "audit", "--repair");
    assertThat(console.err()).contains("Repair that? [y/N]");
    console.input("").expect(8, "audit", "--repair");

    console.input("y\n").expect(0, "audit", "--repair");
    assertThat(console.err()).contains("1 of 1 repaired.").contains("the books balance");
  }

  @Test
  void should_tell_repairs_as_json() {
    loseTask();

    JsonNode json = json(console.expect(0, "audit", "--repair", "--yes", "-o", "json"));

    assertThat(json.get("clean").booleanValue()).isTrue();
    assertThat(json.get("repairs").get(0).toString())
        .isEqualTo("{\"flaw\":\"nowhere\",\"item\":\"1-email\",\"verdict\":\"mended\"}");
  }

  @Test
  void should_leave_what_has_no_safe_repair() {
    redis.del(key("body:1"));

    assertThat(console.expect(8, "audit", "--repair", "--yes"))
        .contains("no body: 1")
        .contains("→ restore it from a backup");
  }

  @Test
  void should_find_every_file_where_it_belongs() {
    console.expect(0, "worker", "--burst");

    assertThat(console.expect(0, "audit", "--files")).containsPattern("13 +ok");
  }

  @Test
  void should_find_what_is_missing_in_the_folders() throws IOException {
    console.expect(0, "worker", "--burst");
    Files.delete(files("invoices", "invoice_2_").get(0));
    Files.write(files("invoices", "invoice_1_").get(0), new byte[0]);
    Files.delete(files("outbox", "1-notice.").get(0));
    redis.hset(key("task:2-email"), "fact:file", "another.eml");

    assertThat(console.expect(8, "audit", "--files"))
        .contains("invoice file is missing: 1-invoice, 2-invoice")
        .contains("finished e-mail task without a sent marker: 1-notice, 2-email");
    redis.hset(key("task:1-notice"), "effect", "1");
    redis.hset(key("task:2-email"), "effect", "1");
    assertThat(console.expect(8, "audit", "--files")).doesNotContain("sent marker of");
  }

  @Test
  void should_find_what_cancelled_tasks_have_left() {
    console.expect(0, "worker", "--burst");
    for (String task : List.of("1-invoice", "1-email", "2-notice")) {
      redis.hset(key("task:" + task), "state", "REVOKED");
    }
    redis.hset(key("order:2"), "created", "1");

    assertThat(console.expect(8, "audit", "--files"))
        .contains("invoice file of a task that did not succeed: 1-invoice")
        .contains("sent marker of a task that did not succeed: 1-email");
    redis.hset(key("task:2-notice"), "effect", "1");
    assertThat(console.expect(8, "audit", "--files"))
        .contains("did not succeed: 1-email, 2-notice");
  }

  @Test
  void should_go_on_past_records_that_cannot_be_read() {
    console.expect(0, "worker", "--burst");
    redis.hset(key("task:1-email"), "state", "?");
    redis.del(key("task:1-invoice"), key("order:2"));
    redis.set(key("task:1-invoice"), "?");
    redis.set(key("order:2"), "?");

    console.expect(8, "audit", "--files");
    assertThat(console.err()).contains("2 orders");
  }

  /** Takes a task out of its queue, as no script would. */
  private void loseTask() {
    redis.lrem(key("email:pending"), 0, "1-email");
  }

  private String key(String name) {
    return console.namespace() + ":{0}:" + name;
  }

  private List<Path> files(String folder, String prefix) {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files.filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode json(String text) {
    return new ObjectMapper().readTree(text);
  }
}
