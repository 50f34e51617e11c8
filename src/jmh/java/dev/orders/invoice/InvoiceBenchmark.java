package dev.orders.invoice;

import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.order.OrderReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A PDF invoice for the order of the examples; run from the root of the checkout. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InvoiceBenchmark {

  private static final Instant CREATED = Instant.parse("2026-03-01T05:30:00Z");

  private final InvoiceRenderer renderer =
      new InvoiceRenderer(Seller.UNKNOWN, Locale.KOREA, ZoneId.of("Asia/Seoul"));
  private String body = "";

  @Setup
  public void prepare() throws IOException {
    try (InputStream example = Files.newInputStream(Path.of("examples", "order.json"))) {
      OrderReader.read(example, "order.json", new Stored());
    }
  }

  /** From the stored body to the bytes of the file. */
  @Benchmark
  public int invoice() throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    renderer.render(Invoice.of(17, CREATED, body), pdf);
    return pdf.size();
  }

  /** Keeps an order as Redis would. */
  private final class Stored implements OrderReader.Sink {

    @Override
    public void order(long line, int nth, Order order) {
      body = OrderJson.canonical(order);
    }

    @Override
    public void fault(Fault fault) {
      throw new IllegalStateException(fault.toString());
    }

    @Override
    public void warning(Fault warning) {
      throw new IllegalStateException(warning.toString());
    }
  }
}
