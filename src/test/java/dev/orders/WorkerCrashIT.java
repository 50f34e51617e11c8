package dev.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.OrdersProcess.Finished;
import dev.orders.OrdersProcess.Running;
import dev.orders.redis.BundledServer;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Worker processes that are killed, stopped in mid-flight or told to end at the worst moment. */
class WorkerCrashIT {

  private static final Pattern TOO_LATE =
      Pattern.compile("1-shipping (lost|was settled too late: STALE)");

  @TempDir Path directory;

  @BeforeEach
  void write() throws IOException {
    Files.copy(Path.of("examples", "order.json"), directory.resolve("a.json"));
  }

  @Test
  void should_send_again_under_the_same_name_when_it_was_killed_before_the_mail_server_answered()
      throws IOException {
    try (SilentMailServer mail = new SilentMailServer()) {
      OrdersProcess orders = onRedis().with("ORDERS_SMTP_URL", mail.url());
      kill(orders, "email", () -> mail.letters().size() == 1);

      workOff(orders, "email");

      assertThat(state(orders, "1-email")).contains("\"state\":\"SUCCESS\"");
      assertThat(mail.letters()).hasSize(2).startsWith(mail.letters().get(1));
    }
  }

  @Test
  void should_hold_the_letter_when_told_to_and_send_it_when_an_operator_retries()
      throws IOException {
    try (SilentMailServer mail = new SilentMailServer()) {
      OrdersProcess orders =
          onRedis().with("ORDERS_SMTP_URL", mail.url()).with("ORDERS_ON_UNCERTAIN", "hold");
      kill(orders, "email", () -> mail.letters().size() == 1);

      workOff(orders, "email");
      assertThat(state(orders, "1-email"))
          .contains("\"state\":\"FAILURE\"")
          .contains("may have gone out");
      assertThat(mail.letters()).hasSize(1);

      orders.run("retry", "1-email").exits(0);
      workOff(orders, "email");
      assertThat(state(orders, "1-email")).contains("\"state\":\"SUCCESS\"");
      assertThat(mail.letters()).hasSize(2);
    }
  }

  @Test
  void should_ask_the_carrier_again_under_the_same_key_when_it_was_killed_before_the_answer()
      throws IOException {
    try (HeldCarrier carrier = new HeldCarrier()) {
      OrdersProcess orders = onRedis().with("ORDERS_CARRIER_URL", carrier.url());
      kill(orders, "shipping", () -> carrier.keys().size() == 1);

      workOff(orders, "shipping");

      assertThat(state(orders, "1-shipping")).contains("\"state\":\"SUCCESS\"");
      assertThat(carrier.keys()).hasSize(2).startsWith(carrier.keys().get(1));
    }
  }

  @Test
  void should_change_nothing_when_it_was_stopped_past_its_lease_and_goes_on() throws Exception {
    try (HeldCarrier carrier = new HeldCarrier()) {
      OrdersProcess orders = onRedis().with("ORDERS_CARRIER_URL", carrier.url());
      orders.run("submit", "a.json").exits(0);
      Running late = orders.start("worker", "-Q", "shipping", "-n", "late", "--loglevel", "debug");
      patiently().until(() -> carrier.keys().size() == 1);
      signal(late, "STOP");
      workOff(orders, "shipping");
      String before = state(orders, "1-shipping");

      carrier.release();
      signal(late, "CONT");
      // Whichever is first: its heart learns that the lease is lost, or its settlement is refused.
      patiently().until(() -> TOO_LATE.matcher(late.err()).find());
      late.process().destroy();
      late.finish().exits(0);

      assertThat(before).contains("\"state\":\"SUCCESS\"");
      assertThat(state(orders, "1-shipping")).isEqualTo(before);
      orders.run("audit").exits(0);
    }
  }

  @Test
  void should_finish_what_it_runs_when_told_to_end_once() throws IOException {
    try (HeldCarrier carrier = new HeldCarrier()) {
      OrdersProcess orders = onRedis().with("ORDERS_CARRIER_URL", carrier.url());
      Running worker = busyWorker(orders, carrier);
      worker.process().destroy();
      orders.run("queues").exits(0); // it has time to do something wrong
      carrier.release();
      Finished finished = worker.finish().exits(0);

      assertThat(finished.err()).contains("1-shipping SUCCESS");
    }
  }

  @Test
  void should_give_back_what_it_runs_when_told_to_end_twice() throws IOException {
    try (HeldCarrier carrier = new HeldCarrier()) {
      OrdersProcess orders =
          onRedis().with("ORDERS_CARRIER_URL", carrier.url()).with("ORDERS_SHUTDOWN_GRACE", "10m");
      Running worker = busyWorker(orders, carrier);
      endTwice(worker);
      worker.finish().exits(0);

      assertThat(state(orders, "1-shipping"))
          .contains("\"state\":\"PENDING\"")
          .contains("\"crashes\":0")
          .contains("\"failures\":0");
    }
  }

  @Test
  void should_end_when_told_to_although_redis_is_gone() throws IOException {
    try (HeldCarrier carrier = new HeldCarrier();
        BundledServer redis = TestRedis.start()) {
      OrdersProcess orders =
          new OrdersProcess(directory)
              .with("ORDERS_REDIS_URL", redis.url())
              .with("ORDERS_CARRIER_URL", carrier.url())
              .with("ORDERS_SHUTDOWN_GRACE", "10m");
      Running worker = busyWorker(orders, carrier);
      redis.kill();
      endTwice(worker);

      assertThat(worker.finish().exits(0).err()).contains("ended: 0 succeeded");
    }
  }

  private OrdersProcess onRedis() {
    return new OrdersProcess(directory)
        .with("ORDERS_REDIS_URL", TestRedis.url())
        .with("ORDERS_NAMESPACE", TestRedis.namespace())
        .with("ORDERS_LEASE", "1s");
  }

  /** A worker that waits for the carrier. */
  private static Running busyWorker(OrdersProcess orders, HeldCarrier carrier) throws IOException {
    orders.run("submit", "a.json").exits(0);
    Running worker = orders.start("worker", "-Q", "shipping");
    patiently().until(() -> carrier.keys().size() == 1);
    return worker;
  }

  /** A worker that is killed at that moment. */
  private static void kill(
      OrdersProcess orders, String queue, java.util.concurrent.Callable<Boolean> moment)
      throws IOException {
    orders.run("submit", "a.json").exits(0);
    Running victim = orders.start("worker", "-Q", queue);
    patiently().until(moment);
    victim.kill();
  }

  /** Another worker takes over as soon as the lease is over, and does what is to be done. */
  private static void workOff(OrdersProcess orders, String queue) {
    Running worker = orders.start("worker", "-Q", queue, "-n", "other");
    patiently().until(() -> worker.err().lines().anyMatch(line -> line.contains(" 1-" + queue)));
    worker.process().destroy();
    worker.finish().exits(0);
  }

  private static String state(OrdersProcess orders, String task) {
    return orders.run("status", task, "-o", "json").exits(0).out();
  }

  private static void endTwice(Running worker) {
    worker.process().destroy();
    patiently().until(() -> Files.readString(worker.stderr()).contains("takes nothing more"));
    worker.process().destroy();
  }

  private static void signal(Running running, String signal) throws Exception {
    new ProcessBuilder("sh", "-c", "kill -" + signal + " " + running.process().pid())
        .start()
        .waitFor();
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofMinutes(1));
  }
}
