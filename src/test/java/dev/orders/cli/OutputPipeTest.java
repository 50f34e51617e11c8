package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private static void print(String trouble) {
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException(trouble);
          }
        };
    PrintWriter writer =
        new PrintWriter(
            new OutputStreamWriter(new OutputPipe(failing), StandardCharsets.UTF_8), true);
    writer.println("text");
  }
}
