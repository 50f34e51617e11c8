package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputPipeTest {

  @Test
  void should_tell_through_a_print_writer_that_the_reader_has_gone() {
    assertThatThrownBy(() -> print("Broken pipe")).isInstanceOf(ClosedPipeException.class);
  }

  @Test
  void should_tell_any_other_trouble_as_it_is() {
    assertThatThrownBy(() -> print("No space left on device"))
        .isInstanceOf(UncheckedIOException.class)
        .hasRootCauseMessage("No space left on device");
  }

  @Test
  void should_tell_it_once() {
    PrintWriter writer = writer("No space left on device");
    assertThatThrownBy(() -> writer.println("text")).isInstanceOf(UncheckedIOException.class);

    assertThatCode(writer::flush).doesNotThrowAnyException();
  }

  private static void print(String trouble) {
    writer(trouble).println("text");
  }

  private static PrintWriter writer(String trouble) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException(trouble);
          }
        };
    return new PrintWriter(
        new OutputStreamWriter(
            new BufferedOutputStream(new OutputPipe(failing)), StandardCharsets.UTF_8),
        true);
  }
}
