package dev.orders.order;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What one order of the examples costs on its way in; run from the root of the checkout. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OrderBenchmark {

  private static final int LINES = 100;

  private byte[] lines = {};
  private JsonValue value = new JsonValue.Faulty(1);
  private Order order;
  private String canonical;

  @Setup
  public void prepare() throws IOException {
    String line = Files.readString(Path.of("examples", "order.json")).replaceAll("\\s*\\n\\s*", "");
    lines = (line + "\n").repeat(LINES).getBytes(StandardCharsets.UTF_8);
    value =
        JsonTree.read(
            line.toCharArray(), line.length(), new JsonTree.Origin(1, true, ""), findings());
    order = OrderRules.check(value, "", findings());
    canonical = OrderJson.canonical(order);
  }

  /** From the bytes of NDJSON to a good order: framing, JSON and rules. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public long reader() throws IOException {
    Count count = new Count();
    OrderReader.read(new ByteArrayInputStream(lines), "lines", count);
    return count.orders;
  }

  /** The rules alone. */
  @Benchmark
  public Object validator() {
    return OrderRules.check(value, "", findings());
  }

  /** What is stored. */
  @Benchmark
  public String canonical() {
    return OrderJson.canonical(order);
  }

  /** And its fingerprint. */
  @Benchmark
  public String fingerprint() {
    return OrderJson.fingerprint(canonical);
  }

  private static Findings findings() {
    return new Findings("line", new Count());
  }

  private static final class Count implements OrderReader.Sink {

    private long orders;

    @Override
    public void order(long line, int nth, Order order) {
      orders++;
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
