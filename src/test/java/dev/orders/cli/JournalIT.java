package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A submission through a journal: written first, sent then, and the same again doubles nothing. */
class JournalIT {

  private static final String THREE =
      Sample.order("김민지") + "\n" + Sample.order("B") + "\n" + Sample.order("C") + "\n";

  @TempDir Path directory;

  private TestConsole console;
  private Path journal;

  @BeforeEach
  void connect() {
    console = TestConsole.onRedis(directory).input(THREE);
    journal = directory.resolve("j");
  }

  @Test
  void should_answer_as_it_does_without_a_journal() {
    assertThat(submit(0)).isEqualTo("1\n2\n3\n");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void should_write_everything_for_its_owner_only() throws IOException {
    submit(0);

    assertThat(Files.getPosixFilePermissions(journal))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    List<String> lines = Files.readAllLines(journal);
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).startsWith("{\"journal\":\"1\",\"id\":\"").contains("\"instance\":\"");
    assertThat(lines.get(1))
        .startsWith("{\"entry\":1,\"place\":\"<stdin>:1\",\"key\":\"j")
        .contains("\"order\":{")
        .contains("김민지");
    assertThat(lines.get(4)).startsWith("{\"entries\":3,");
    assertThat(lines.get(7)).startsWith("{\"answer\":3,\"verdict\":\"OK\",\"order_id\":3,");
  }

  @Test
  void should_double_nothing_when_the_same_command_runs_again() {
    submit(0);

    assertThat(submit(0)).isEqualTo("1\n2\n3\n");
    console.expect(4, "status", "4");
  }

  @Test
  void should_leave_orders_the_keys_they_have() throws IOException {
    console.expect(0, "submit", "-", "--journal", "j", "--idempotency-key", "mine");

    assertThat(Files.readString(journal)).contains("\"key\":\"mine-1\"", "\"key\":\"mine-3\"");
    assertThat(console.expect(0, "submit", "-", "--idempotency-key", "mine", "-o", "id"))
        .isEqualTo("1\n2\n3\n");
  }

  @Test
  void should_refuse_another_submission_and_send_nothing_of_it() throws IOException {
    submit(0);
    String before = Files.readString(journal);

    for (String other :
        List.of(
            THREE + Sample.order("D"),
            Sample.order("김민지") + Sample.order("B"),
            THREE.replace("\"B\"", "\"b\""))) {
      console.input(other);
      submit(7);
      assertThat(console.err())
          .contains("journal of another submission")
          .contains("orders reconcile");
    }
    assertThat(Files.readString(journal)).isEqualTo(before);
    console.expect(4, "status", "4");
  }

  @Test
  void should_not_touch_a_file_that_is_no_journal() throws IOException {
    for (String text : List.of(Sample.order("A"), Sample.order("A") + "\n", "\0\0\0\0")) {
      Files.writeString(journal, text);

      submit(3);
      assertThat(console.err()).contains("is not a journal of orders");
      console.expect(3, "reconcile", "j");
      assertThat(Files.readString(journal)).isEqualTo(text);
    }
    console.expect(4, "status", "1");
  }

  @Test
  void should_begin_anew_where_the_first_line_was_cut_off() throws IOException {
    submit(0);
    String first = Files.readAllLines(journal).get(0);

    for (int length : List.of(1, 12, 20, first.length())) {
      Files.writeString(journal, first.substring(0, length));

      submit(0);
      assertThat(Files.readAllLines(journal)).hasSize(8).allMatch(line -> line.endsWith("}"));
    }
  }

  @Test
  void should_begin_no_journal_for_what_is_not_sent() {
    console.expect(0, "submit", "-", "--journal", "j", "--dry-run");
    assertThat(journal).doesNotExist();

    TestConsole nowhere =
        new TestConsole(Map.of("ORDERS_REDIS_URL", "redis://127.0.0.1:1"), directory).input(THREE);
    nowhere.expect(6, "submit", "-", "--journal", "j");
    assertThat(journal).doesNotExist();
    assertThat(nowhere.err()).doesNotContain("journal");
  }

  @Test
  void should_send_nothing_when_the_disk_is_full() throws IOException {
    Files.write(directory.resolve("batch"), Collections.nCopies(300, Sample.order("A")));
    OrdersProcess orders = OrdersProcess.onRedis(directory);

    OrdersProcess.Finished full =
        orders.shell("ulimit -f 100; $ORDERS submit batch --journal j").exits(9);
    assertThat(full.err()).contains("cannot write", "/j (File too large)", "doubles no order");
    orders.run("status", "1").exits(4);
    assertThat(orders.run("submit", "batch", "--journal", "j", "-o", "id").exits(0).out().lines())
        .hasSize(300);
  }

  @Test
  void should_refuse_what_is_no_file() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));

    console.expect(9, "submit", "-", "--journal", "/dev/zero");
    console.expect(9, "submit", "-", "--journal", ".");
    console.expect(9, "reconcile", "/dev/zero");
    console.expect(9, "submit", "-", "--journal", "none/j");
    assertThat(console.err()).contains("cannot make", "/none/j (no such directory)");
    console.expect(4, "status", "1");
  }

  @Test
  void should_let_one_command_at_a_time_use_it() throws IOException {
    submit(0);
    try (FileChannel other = FileChannel.open(journal, StandardOpenOption.WRITE)) {
      assertThat(other.tryLock()).isNotNull();

      submit(9);
      assertThat(console.err()).contains("is in use by another command");
      console.expect(9, "reconcile", "j");
      console.expect(9, "reconcile", "j", "--dry-run");
    }
  }

  private String submit(int code) {
    return console.expect(code, "submit", "-", "--journal", "j", "-o", "id");
  }
}
