package dev.orders.bench;

import dev.orders.app.TaskTypes;
import dev.orders.order.OrderJson;
import dev.orders.queue.Intake;
import dev.orders.queue.Submission;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Orders of some 500 bytes each, no two alike. */
final class BenchOrders {

  private static final int AT_ONCE = 5_000;

  private BenchOrders() {}

  /** An order's canonical JSON. */
  static String line(int number) {
    return """
    {"currency":"KRW","customer_email":"customer-%07d@example.com","customer_name":"홍길동",\
    "items":[{"product_id":1,"product_name":"노트북","quantity":1,"total_price":1500000,\
    "unit_price":1500000},{"product_id":2,"product_name":"무선 마우스","quantity":2,\
    "total_price":60000,"unit_price":30000}],"shipping_address":{"city":"서울","country":"KR",\
    "name":"홍길동","phone":"010-1234-5678","postal_code":"04524","street":"세종대로 %d"},\
    "total_amount":1560000}\
    """
        .formatted(number, number);
  }

  static List<Submission> submissions(int count) {
    return submissions(1, count);
  }

  private static List<Submission> submissions(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(i -> submission(i, Duration.ZERO)).toList();
  }

  /** Sends so many, a few thousand at a time: a million of them would not fit into the heap. */
  static void submit(Intake intake, int count) {
    for (int sent = 0; sent < count; sent += AT_ONCE) {
      intake.submit(submissions(sent + 1, Math.min(count, sent + AT_ONCE)));
    }
  }

  /**
   * An order ready to be sent.
   *
   * @param delay how long its tasks wait
   */
  static Submission submission(int number, Duration delay) {
    String body = line(number);
    return new Submission(body, OrderJson.fingerprint(body), null, delay, TaskTypes.first());
  }

  /** Writes them into a file, one a line. */
  static void write(Path file, int count) {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 1; i <= count; i++) {
        out.write(line(i));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
