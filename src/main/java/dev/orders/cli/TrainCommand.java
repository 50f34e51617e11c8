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
 * it does what needs none.
 *
 * <p>An archive of Java 17 to 24 costs nothing where it is not needed, so it gets all. Java 25 maps
 * what its cache holds at each start, so it gets what scripts do all day.
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

  private static final List<String> SELDOM =
      List.of(
          "--help",
          "status --help",
          "no-such-verb",
          "status 999",
          "show 1",
          "show 1 -o json",
          "wait 1 --timeout 1ms",
          "workers",
          "inspect reserved",
          "pause email",
          "resume email",
          "update 1 --status cancelled",
          "cancel 2 --yes",
          "retry 2");

  private static final int MAPS_ALL = 25;

  @Override
  public Integer call() throws IOException {
    Path scratch = ScratchFolder.create("orders-train");
    try {
      Rehearsal.begin().awaitEnd();
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
      Map<String, String> environment = Map.of("ORDERS_REDIS_URL", redis.url());
      ON_REDIS.forEach(line -> run(scratch, environment, line));
      if (Runtime.version().feature() < MAPS_ALL) {
        SELDOM.forEach(line -> run(scratch, environment, line));
      }
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
