package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.TaskResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceHandlerTest {

  private static final String NAME = "invoice_17_20260301_143005.pdf";

  @TempDir Path folder;

  @Test
  void should_write_the_invoice_and_say_where_it_is() throws Exception {
    TaskResult result = handler(folder).handle(new TestAttempt(1));

    assertThat(result)
        .isEqualTo(TaskResult.of(Map.of("filename", NAME, "directory", folder.toString())));
    assertThat(folder.resolve(NAME)).hasBinaryContent(Samples.bytes(Samples.korean()));
  }

  @Test
  void should_report_each_step() throws Exception {
    TestAttempt attempt = new TestAttempt(1);
    handler(folder).handle(attempt);

    assertThat(attempt.steps()).containsExactly("0", "20", "50", "80", "effect", "100");
  }

  @Test
  void should_make_the_directory() throws Exception {
    Path deep = folder.resolve("a/b");
    handler(deep).handle(new TestAttempt(1));

    assertThat(files(deep)).containsExactly(NAME);
  }

  @Test
  void should_write_the_same_file_when_delivered_again() throws Exception {
    handler(folder).handle(new TestAttempt(1));
    byte[] first = Files.readAllBytes(folder.resolve(NAME));

    handler(folder).handle(new TestAttempt(2));

    assertThat(files(folder)).containsExactly(NAME);
    assertThat(Files.readAllBytes(folder.resolve(NAME))).isEqualTo(first);
  }

  @Test
  void should_make_a_lost_or_damaged_file_anew() throws Exception {
    handler(folder).handle(new TestAttempt(1));
    byte[] first = Files.readAllBytes(folder.resolve(NAME));
    Files.writeString(folder.resolve(NAME), "damaged");

    handler(folder).handle(new TestAttempt(2));

    assertThat(Files.readAllBytes(folder.resolve(NAME))).isEqualTo(first);
  }

  @Test
  void should_leave_nothing_behind_when_the_task_was_taken_away() throws Exception {
    TestAttempt attempt = new TestAttempt(1).abandoned();

    assertThatThrownBy(() -> handler(folder).handle(attempt))
        .isInstanceOf(AttemptAbandonedException.class);

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void should_remove_what_crashed_deliveries_have_left() throws Exception {
    for (int number = 1; number < 4; number++) {
      Files.writeString(draft(number), "half an invo");
    }

    handler(folder).handle(new TestAttempt(4));

    assertThat(files(folder)).containsExactly(NAME);
  }

  @Test
  void should_say_that_the_disk_is_full_and_leave_nothing_behind() throws Exception {
    Files.createSymbolicLink(draft(1), Path.of("/dev/full"));

    assertThatThrownBy(() -> handler(folder).handle(new TestAttempt(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");

    assertThat(files(folder)).isEmpty();
  }

  @Test
  void should_leave_the_draft_of_a_later_delivery_alone() throws Exception {
    Files.writeString(draft(2), "being written");

    handler(folder).handle(new TestAttempt(1));

    assertThat(draft(2)).exists();
  }

  @Test
  void should_say_what_could_not_be_written_where_when_a_file_is_in_the_way() throws Exception {
    Path file = Files.createFile(folder.resolve("taken"));

    assertThatThrownBy(() -> handler(file).handle(new TestAttempt(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot write " + NAME + " into " + file + ": it is not a directory");
  }

  @Test
  void should_say_so_when_the_directory_must_not_be_written() throws Exception {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(locked), "root may write everywhere");

    assertThatThrownBy(() -> handler(locked).handle(new TestAttempt(1)))
        .hasMessage("cannot write " + NAME + " into " + locked + ": permission denied");
  }

  @Test
  void should_leave_no_draft_when_the_file_cannot_take_its_place() throws Exception {
    Path inTheWay = Files.createDirectories(folder.resolve(NAME).resolve("in the way")).getParent();

    assertThatThrownBy(() -> handler(folder).handle(new TestAttempt(1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write " + NAME + " into " + folder + ": ");

    assertThat(files(folder)).containsExactly(inTheWay.getFileName().toString());
  }

  private Path draft(long number) {
    return folder.resolve(
        "." + new TestAttempt(number).delivery().effectName() + "." + number + ".tmp");
  }

  private static InvoiceHandler handler(Path directory) {
    return new InvoiceHandler(Samples.renderer(), directory);
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(Path::getFileName).map(Path::toString).sorted().toList();
    }
  }
}
