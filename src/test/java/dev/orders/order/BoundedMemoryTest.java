package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads inputs of 100 MB and more in a Java of its own, whose heap is a small part of that. */
class BoundedMemoryTest {

  @ParameterizedTest
  @CsvSource({
    "lines, 200000 orders 0 faults LINES",
    "array, 200000 orders 0 faults ARRAY",
    "faults, 0 orders 200000 faults LINES",
    "line, 1 orders 1 faults LINES",
    "unclosed, 0 orders 1 faults OBJECT",
    "text, 0 orders 1 faults LINES",
    "stray, 1 orders 1 faults LINES",
  })
  void should_read_more_than_fits_in_memory(String input, String expected) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(java, "-Xmx24m", "-cp", classPath, Counting.class.getName(), input)
            .redirectErrorStream(true)
            .start();

    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(output).isEqualToIgnoringNewLines(expected);
    assertThat(process.waitFor()).isZero();
  }

  /** What the small Java runs. */
  static final class Counting implements OrderReader.Sink {

    private static final long MANY = 200_000;

    private long orders;
    private long faults;

    /** Reads one input and prints what came of it. */
    public static void main(String[] args) throws IOException {
      Counting counting = new Counting();
      OrderReader.Shape shape = OrderReader.read(input(args[0]), "f", counting);
      new PrintStream(System.out, true, StandardCharsets.UTF_8)
          .println(counting.orders + " orders " + counting.faults + " faults " + shape);
    }

    private static InputStream input(String name) {
      String order = Sample.ORDER;
      String padding = "x".repeat(1_000);
      return switch (name) {
        case "lines" -> new RepeatedInput("", order + "\n", MANY, "");
        case "array" -> new RepeatedInput("[", order + ",", MANY - 1, order + "]");
        case "faults" -> new RepeatedInput("", order.replace("김민지", " ") + "\n", MANY / 2, "");
        case "line" -> new RepeatedInput("{\"a\":\"", padding, MANY / 2, "\"}\n" + order);
        case "unclosed" -> new RepeatedInput("{\"a\":\"", padding, MANY / 2, "");
        case "text" -> new RepeatedInput("", padding, MANY / 2, "");
        case "stray" -> new RepeatedInput(order + "\n", padding, MANY / 2, "");
        default -> throw new IllegalArgumentException(name);
      };
    }

    @Override
    public void order(long line, int nth, Order order) {
      orders++;
    }

    @Override
    public void fault(Fault fault) {
      faults++;
    }

    @Override
    public void warning(Fault warning) {
      throw new IllegalStateException(warning.toString());
    }
  }
}
