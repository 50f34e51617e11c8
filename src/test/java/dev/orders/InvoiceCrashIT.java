package dev.orders;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.OrdersProcess.Running;
import dev.orders.queue.Delivery;
import dev.orders.redis.CuttingProxy;
import dev.orders.redis.RedisOptions;
import dev.orders.redis.RedisStore;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes that are killed while they write an invoice, and right after. */
class InvoiceCrashIT {

  private final String namespace = TestRedis.namespace();

  @TempDir Path directory;

  private Path invoices;

  @BeforeEach
  void prepare() throws IOException {
    invoices = Files.createDirectory(directory.resolve("invoices"));
  }

  @Test
  void should_leave_no_half_invoice_when_it_was_killed_while_it_wrote_one() throws Exception {
    OrdersProcess orders = at(TestRedis.url());
    orders.runWith(longOrder(), "submit", "-").exits(0);
    Path pipe = makePipe(draftOfTheNextDelivery());
    Running victim = orders.start("worker", "-Q", "invoice");
    // Opening blocks until somebody writes, and nothing interrupts it.
    try (InputStream half = CompletableFuture.supplyAsync(() -> open(pipe)).get(1, MINUTES)) {
      assertThat(half.readNBytes(1000)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
      assertThat(victim.process().isAlive()).isTrue(); // the rest is more than a pipe holds
      victim.kill();
      victim.process().waitFor();
    }
    assertThat(files()).containsExactly(pipe);

    assertDoneByAnother(orders);
  }

  @Test
  void should_write_the_same_invoice_again_when_it_was_killed_before_it_could_say_so()
      throws IOException {
    try (CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port())) {
      at(TestRedis.url()).runWith(longOrder(), "submit", "-").exits(0);
      proxy.cutAt("SUCCEEDED", 1000);
      Running victim = at(proxy.url()).start("worker", "-Q", "invoice");
      await().atMost(Duration.ofMinutes(1)).until(() -> proxy.cutsLeft() < 1000);
      victim.kill();
      byte[] written = Files.readAllBytes(files().get(0));

      assertDoneByAnother(at(TestRedis.url()));
      assertThat(files().get(0)).hasBinaryContent(written);
    }
  }

  private void assertDoneByAnother(OrdersProcess orders) throws IOException {
    Running other = orders.start("worker", "-Q", "invoice", "-n", "other");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> other.err().lines().anyMatch(line -> line.contains("1-invoice SUCCESS")));
    other.process().destroy();
    other.finish().exits(0);
    assertThat(files()).hasSize(1);
    assertThat(new String(Files.readAllBytes(files().get(0)), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF")
        .containsPattern("%%EOF\\s*$");
    orders.run("audit", "--files").exits(0);
  }

  private OrdersProcess at(String url) {
    return new OrdersProcess(directory)
        .with("ORDERS_REDIS_URL", url)
        .with("ORDERS_NAMESPACE", namespace)
        .with("ORDERS_LEASE", "1s");
  }

  /** Takes the task once, so that the next delivery is the second. */
  private Path draftOfTheNextDelivery() {
    RedisOptions options = new RedisOptions(TestRedis.url(), null, namespace, Duration.ofDays(30));
    try (RedisStore store = RedisStore.connect(options)) {
      Delivery first =
          store
              .broker()
              .fetch("observer", List.of("invoice"), 1, Duration.ofMillis(1))
              .deliveries()
              .get(0);
      return invoices.resolve("." + first.effectName() + "." + (first.number() + 1) + ".tmp");
    }
  }

  private static Path makePipe(Path path) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }

  private static InputStream open(Path pipe) {
    try {
      return Files.newInputStream(pipe);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(invoices)) {
      return files.toList();
    }
  }

  /** Its invoice needs some thousand glyphs. */
  private static String longOrder() {
    String items =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    "{\"product_id\":%d,\"product_name\":\"%s\",\"quantity\":1,\"unit_price\":100,\"total_price\":100}"
                        .formatted(i + 1, syllables(i)))
            .reduce((one, other) -> one + "," + other)
            .orElseThrow();
    return """
        {"customer_email":"minji.kim@example.com","customer_name":"김민지","items":[%s],
         "shipping_address":{"name":"김민지","street":"가상로 123","city":"서울",
         "postal_code":"06134","country":"대한민국","phone":"010-0000-0001"},
         "total_amount":20000}"""
        .formatted(items);
  }

  private static String syllables(int item) {
    StringBuilder name = new StringBuilder();
    IntStream.range(0, 20).forEach(i -> name.append((char) ('가' + item * 20 + i)));
    return name.toString();
  }
}
