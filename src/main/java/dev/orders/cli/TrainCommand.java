package dev.orders.cli;

import dev.orders.app.LocalRedis;
import dev.orders.app.ProblemException;
import dev.orders.app.ScratchFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * {@code orders train}, which people do not see: does what short commands do, on a Redis of its own
 * and into nothing, for a Java that takes down which classes they need. Where that Redis cannot run
 * it does what needs none. Only what scripts do all day: Java 25 maps all that the archive holds at
 * each start, whether it is needed or not.
 */
@Command(name = "train", hidden = true, description = "Show Java what short commands need.")
final class TrainCommand implements Callable<Integer> {

  private static final String ORDER =
      """
      {"customer_email":"kim@example.com","customer_name":"김민수","items":[{"product_id":1,
      "product_name":"무선 마우스","quantity":2,"unit_price":25000,"total_price":50000}],
      "shipping_address":{"name":"김민수","street":"테헤란로 1","city":"서울","postal_code":"06000",
      "country":"KR","phone":"010-1234-5678"},"total_amount":50000}
      """;

  private static final List<String> ALONE = List.of("--version", "submit --dry-run order.json");

  private static final List<String> ON_REDIS =
      List.of(
          "submit order.json",
          "submit -o json order.json",
          "submit -o id --idempotency-key K order.json",
          "status 1",
          "status 1-email 2 -o json",
          "queues",
          "queues -o json");

  @Override
  public Integer call() throws IOException {
    Path scratch = ScratchFolder.create("orders-train");
    try {
      Files.writeString(scratch.resolve("order.json"), ORDER);
      ALONE.forEach(line -> run(scratch, Map.of(), line));
      trainOnRedis(scratch);
      return ExitCodes.OK;
    } finally {
      ScratchFolder.delete(scratch);
    }
  }

  @SuppressWarnings("UnusedException") // Half of the training is worth having.
  private static void trainOnRedis(Path scratch) {
    try (LocalRedis redis = LocalRedis.start(0, scratch.resolve("redis"))) {
      ON_REDIS.forEach(line -> run(scratch, Map.of("ORDERS_REDIS_URL", redis.url()), line));
    } catch (ProblemException e) {
      return;
    }
  }

  private static void run(Path scratch, Map<String, String> environment, String line) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console console =
        new Console(
            InputStream.nullInputStream(),
            false,
            nowhere,
            nowhere,
            false,
            false,
            environment,
            scratch);
    OrdersCli.run(console, line.split(" "));
  }
}
