package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.RawRedis;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Journals in every state that a crash can leave them in. */
class ReconcileIT {

  private static final String THREE =
      Sample.order("A") + "\n" + Sample.order("B") + "\n" + Sample.order("C") + "\n";

  @TempDir Path directory;

  private final String namespace = TestRedis.namespace();
  private TestConsole console;
  private Path journal;

  @BeforeEach
  void connect() {
    console = console(Map.of()).input(THREE);
    journal = directory.resolve("j");
  }

  @Test
  void should_find_everything_present_however_often() throws IOException {
    submit();

    for (int i = 0; i < 2; i++) {
      assertThat(reconcile(0)).containsExactly("1 present 1", "2 present 2", "3 present 3");
      assertThat(console.err()).isEqualTo("3 present.\n");
    }
    console.expect(4, "status", "4");
  }

  @Test
  void should_submit_what_was_written_and_never_sent() throws IOException {
    dieBeforeSending();

    assertThat(reconcile(0, "--dry-run")).containsExactly("1 missing", "2 missing", "3 missing");
    assertThat(reconcile(0)).containsExactly("1 submitted 1", "2 submitted 2", "3 submitted 3");
    assertThat(reconcile(0)).containsExactly("1 present 1", "2 present 2", "3 present 3");
  }

  @Test
  void should_change_nothing_when_it_only_looks() throws IOException {
    dieBeforeSending();
    String before = Files.readString(journal);

    reconcile(0, "--dry-run");

    assertThat(Files.readString(journal)).isEqualTo(before);
    console.expect(4, "status", "1");
  }

  @Test
  void should_not_mind_a_cut_in_the_middle_of_an_answer() throws IOException {
    submit();
    String whole = Files.readString(journal);
    Files.writeString(journal, whole.substring(0, whole.length() - 10));

    assertThat(reconcile(0)).containsExactly("1 present 1", "2 present 2", "3 present 3");
    assertThat(Files.readString(journal)).startsWith(whole.substring(0, whole.length() - 80));
    assertThat(console.expect(0, "submit", "-", "--journal", "j", "-o", "id"))
        .isEqualTo("1\n2\n3\n");
  }

  @Test
  void should_send_what_is_there_of_a_journal_that_ends_too_early_and_never_double_it()
      throws IOException {
    dieBeforeSending();
    List<String> lines = Files.readAllLines(journal);
    String cut = String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 40);
    Files.writeString(journal, cut);

    assertThat(reconcile(3)).containsExactly("1 submitted 1", "2 submitted 2");
    assertThat(console.err()).contains("it ends before its orders do");
    assertThat(console.expect(0, "submit", "-", "--journal", "j", "-o", "id"))
        .isEqualTo("1\n2\n3\n");
    assertThat(reconcile(0)).containsExactly("1 present 1", "2 present 2", "3 present 3");
  }

  @Test
  void should_leave_out_a_damaged_line_and_say_so() throws IOException {
    dieBeforeSending();
    Files.writeString(
        journal,
        Files.readString(journal).replace("\"customer_name\":\"B\"", "\"customer_name\":\"b\""));

    console.expect(3, "submit", "-", "--journal", "j");
    assertThat(console.err()).contains("is damaged in line 3");
    assertThat(reconcile(3)).containsExactly("1 submitted 1", "3 submitted 2");
    assertThat(console.err()).contains("line 3 is damaged and was left out");
  }

  @Test
  void should_bring_back_what_was_accepted_and_lost() throws IOException {
    submit();
    loseAllOrders();

    JsonNode orders = json(console.expect(0, "reconcile", "j", "-o", "json"));
    assertThat(orders).allMatch(order -> order.get("lost").asBoolean()).hasSize(3);
    assertThat(console.err()).isEqualTo("3 submitted; Redis had lost 3 that it had accepted.\n");
    assertThat(reconcile(0)).containsExactly("1 present 1", "2 present 2", "3 present 3");
    assertThat(console.err()).isEqualTo("3 present.\n");
  }

  @Test
  void should_tell_an_order_whose_key_another_one_has() throws IOException {
    console.expect(0, "submit", "-", "--journal", "j", "--idempotency-key", "k");
    loseAllOrders();
    console.input(Sample.order("Z")).expect(0, "submit", "-", "--idempotency-key", "k-2");

    assertThat(reconcile(7, "--dry-run")).containsExactly("1 missing", "2 conflict 1", "3 missing");
    assertThat(reconcile(7)).containsExactly("1 submitted 2", "2 conflict 1", "3 submitted 3");
    assertThat(console.err()).contains("<stdin>:2: the idempotency key k-2 belongs to order 1");
  }

  @Test
  void should_refuse_a_journal_whose_orders_may_have_been_forgotten() {
    submit();
    TestConsole forgetful = console(Map.of("ORDERS_RETENTION", "0"));

    assertThat(forgetful.run("reconcile", "j")).isEqualTo(7);
    assertThat(forgetful.err()).contains("some might be done twice");
    forgetful.input(THREE).expect(7, "submit", "-", "--journal", "j");
  }

  @Test
  void should_refuse_another_namespace() {
    submit();

    console.expect(7, "reconcile", "j", "--namespace", TestRedis.namespace());
    assertThat(console.err()).contains("Pass --namespace " + namespace);
  }

  @Test
  void should_say_that_there_is_no_such_journal() {
    console.expect(3, "reconcile", "nowhere");
    assertThat(console.err()).contains("nowhere (no such file)");
    assertThat(directory.resolve("nowhere")).doesNotExist();
  }

  @Test
  void should_print_tables_and_ids() {
    submit();

    assertThat(console.expect(0, "reconcile", "j"))
        .startsWith("ENTRY  FOUND    ORDER  KEY\n1      present  1      j");
    assertThat(console.expect(0, "reconcile", "j", "-o", "id")).isEqualTo("1\n2\n3\n");
  }

  private TestConsole console(Map<String, String> settings) {
    Map<String, String> environment = new HashMap<>();
    environment.put("ORDERS_REDIS_URL", TestRedis.url());
    environment.put("ORDERS_NAMESPACE", namespace);
    environment.putAll(settings);
    return new TestConsole(environment, directory);
  }

  private void submit() {
    console.expect(0, "submit", "-", "--journal", "j");
  }

  /** As it is when the command dies right after it has written the journal. */
  private void dieBeforeSending() throws IOException {
    submit();
    Files.write(journal, Files.readAllLines(journal).subList(0, 5));
    loseAllOrders();
  }

  /** As a failover does that lost what was acknowledged: it is still the same installation. */
  private void loseAllOrders() throws IOException {
    RawRedis.ask(
        TestRedis.shared().port(),
        "EVAL \"for _, key in ipairs(redis.call('KEYS', ARGV[1])) do redis.call('DEL', key) end\" 0 "
            + namespace
            + ":{*");
  }

  private List<String> reconcile(int code, String... options) {
    List<String> command = new ArrayList<>(List.of("reconcile", "j", "-o", "json"));
    command.addAll(List.of(options));
    List<String> found = new ArrayList<>();
    for (JsonNode order : json(console.expect(code, command.toArray(String[]::new)))) {
      String id = order.has("order_id") ? " " + order.get("order_id").asLong() : "";
      found.add(order.get("entry").asLong() + " " + order.get("found").asString() + id);
    }
    return found;
  }

  private static JsonNode json(String text) {
    return new ObjectMapper().readTree(text);
  }
}
