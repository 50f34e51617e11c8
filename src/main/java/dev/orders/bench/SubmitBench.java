package dev.orders.bench;

import dev.orders.app.CheckReport;
import dev.orders.app.OrderSources;
import dev.orders.app.OrderSubmitter;
import dev.orders.app.Services;
import dev.orders.app.SubmitTerms;
import dev.orders.app.TaskTypes;
import dev.orders.queue.Submission;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Orders from an NDJSON file, read, checked and accepted as {@code orders submit} does it, and what
 * they take up in Redis. Then the same orders from memory, by several senders at once.
 */
final class SubmitBench implements Course {

  private static final String FILE = "orders.ndjson";
  private static final int SENDERS = 4;
  private static final SubmitTerms TERMS = new SubmitTerms(false, null, Duration.ZERO);

  @Override
  public Sample run(Ground ground) {
    Services services = ground.services();
    Path file = ground.folder().resolve(FILE);
    if (!Files.exists(file)) {
      BenchOrders.write(file, ground.orders());
    }
    long memory = services.serverReading().memoryBytes();
    double before = services.serverReading().cpuMicros();
    long took = submit(services, ground.folder());
    double after = services.serverReading().cpuMicros();
    double each = (double) (services.serverReading().memoryBytes() - memory) / ground.orders();
    long alone = alone(services, ground.orders());
    return new Sample()
        .rate(Figure.PER_SECOND, ground.orders(), took)
        .rate(Figure.SERVER_PER_SECOND, ground.orders(), alone)
        .rate(Figure.TASKS_PER_SECOND, (long) ground.orders() * TaskTypes.first().size(), took)
        .with(Figure.SERVER_US_EACH, (after - before) / ground.orders())
        .with(Figure.REDIS_BYTES_EACH, each)
        .with(Figure.BODY_BYTES_EACH, BenchOrders.line(1).getBytes(StandardCharsets.UTF_8).length)
        .share();
  }

  private static long submit(Services services, Path folder) {
    long begun = System.nanoTime();
    OrderSubmitter submitter = services.submitter();
    try (OrderSources sources =
        OrderSources.open(List.of(FILE), folder, InputStream.nullInputStream())) {
      CheckReport report = submitter.check(sources, TERMS);
      submitter.send(sources, report, TERMS, receipt -> {});
    }
    return System.nanoTime() - begun;
  }

  private static long alone(Services services, int orders) {
    List<Submission> all = BenchOrders.submissions(orders);
    int share = (orders + SENDERS - 1) / SENDERS;
    long begun = System.nanoTime();
    IntStream.range(0, SENDERS)
        .mapToObj(i -> all.subList(Math.min(orders, i * share), Math.min(orders, (i + 1) * share)))
        .map(some -> Background.run(() -> services.intake().submit(some)))
        .toList()
        .forEach(Background::join);
    return System.nanoTime() - begun;
  }
}
