package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLinesTest {

  @TempDir Path directory;

  @Test
  void should_take_what_has_no_end_for_no_line() throws IOException {
    try (FileChannel channel = file("eins\n홍길동\n\ndrei")) {
      JournalLines lines = new JournalLines(channel);

      assertThat(lines.next()).isEqualTo("eins");
      assertThat(lines.next()).isEqualTo("홍길동");
      assertThat(lines.end()).isEqualTo(15);
      assertThat(lines.next()).isEmpty();
      assertThat(lines.number()).isEqualTo(3);
      assertThat(lines.next()).isNull();
      assertThat(lines.end()).isEqualTo(16);
    }
  }

  @Test
  void should_read_lines_longer_than_its_buffer_and_skip_those_that_are_far_too_long()
      throws IOException {
    String big = "x".repeat(200_000);
    try (FileChannel channel = file(big + "\n" + "y".repeat(9 << 20) + "\nz\n")) {
      JournalLines lines = new JournalLines(channel);

      assertThat(lines.next()).isEqualTo(big);
      assertThat(lines.next()).isEmpty();
      assertThat(lines.next()).isEqualTo("z");
    }
  }

  @Test
  void should_not_mind_who_appends_meanwhile() throws IOException {
    try (FileChannel channel = file("a\n")) {
      JournalLines lines = new JournalLines(channel);
      channel.position(2);

      assertThat(lines.next()).isEqualTo("a");
      channel.write(ByteBuffer.wrap("b\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(lines.next()).isEqualTo("b");
    }
  }

  private FileChannel file(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("lines"), text);
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
