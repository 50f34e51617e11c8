package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {

  @TempDir Path directory;

  @Test
  void should_read_names_and_values_and_nothing_else() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve(".env"),
            "\uFEFF# a comment\n\nA=1\nexport B = two words # why\nC=\"a # b\"\nD='x=y'\nE=\n");

    assertThat(DotEnv.read(file))
        .containsEntry("A", "1")
        .containsEntry("B", "two words")
        .containsEntry("C", "a # b")
        .containsEntry("D", "x=y")
        .containsEntry("E", "")
        .hasSize(5);
  }

  @Test
  void should_be_empty_when_there_is_no_file() {
    assertThat(DotEnv.read(directory.resolve(".env"))).isEmpty();
  }

  @Test
  void should_give_file_and_line_but_not_the_text_of_a_line_it_cannot_read() throws IOException {
    Path file = Files.writeString(directory.resolve(".env"), "A=1\npassword s3cret\n");

    assertThatThrownBy(() -> DotEnv.read(file))
        .hasMessageContaining(".env:2")
        .hasMessageNotContaining("s3cret");
  }
}
