package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameBytesTest {

  @TempDir Path folder;

  @Test
  void should_make_the_same_bytes_again() throws IOException {
    assertThat(Samples.bytes(Samples.korean())).isEqualTo(Samples.bytes(Samples.korean()));
  }

  @Test
  void should_make_the_same_bytes_in_many_threads_at_once() throws Exception {
    byte[] expected = Samples.bytes(Samples.ofItems(40));
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      for (Future<byte[]> made : pool.invokeAll(renderings(40))) {
        assertThat(made.get()).isEqualTo(expected);
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void should_make_the_same_bytes_in_another_process_in_another_country() throws Exception {
    Path file = folder.resolve("fresh.pdf");

    Process fresh =
        start("-Duser.timezone=America/New_York", "-Duser.language=de", file.toString());

    assertThat(fresh.waitFor()).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(Samples.bytes(Samples.korean()));
  }

  @Test
  void should_make_other_bytes_for_another_order() throws IOException {
    Invoice one = Samples.korean();
    Invoice other = new Invoice(18, one.createdAt(), one.order());

    assertThat(Samples.bytes(one)).isNotEqualTo(Samples.bytes(other));
  }

  private static List<Callable<byte[]>> renderings(int count) {
    List<Callable<byte[]>> calls = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      calls.add(() -> Samples.bytes(Samples.ofItems(40)));
    }
    return calls;
  }

  private Process start(String zone, String language, String file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(
            java, zone, language, "-cp", classes, FreshRendering.class.getName(), file)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }
}
