package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.TaskTypes;
import dev.orders.app.Variables;
import dev.orders.app.WorkerRun;
import dev.orders.app.WorkerTerms;
import dev.orders.order.OrderJson;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An order that went all the way, of which then something is taken away. */
class InquestIT {

  @TempDir Path folder;

  private DrillCarrier carrier;
  private Services services;
  private Effects effects;
  private Inquest inquest;

  @BeforeEach
  void open() {
    carrier = DrillCarrier.open(folder);
    Map<String, String> environment =
        Map.of(
            "ORDERS_REDIS_URL", TestRedis.url(),
            "ORDERS_NAMESPACE", TestRedis.namespace(),
            "ORDERS_INVOICE_DIR", folder.resolve("invoices").toString(),
            "ORDERS_OUTBOX_DIR", folder.resolve("outbox").toString(),
            "ORDERS_CARRIER_URL", carrier.url());
    services = new Services(new Settings(Variables.of(environment, folder)));
    effects = new Effects(folder, carrier);
    inquest = new Inquest(services.inspector(), effects, new Reruns(Map.of()));
  }

  @AfterEach
  void close() {
    services.close();
    carrier.close();
  }

  @Test
  void should_find_nothing_wrong_with_what_went_all_the_way() throws InterruptedException {
    long order = submit();
    work();

    inquest.examine(List.of(order), 1);

    assertThat(inquest.losses()).isEmpty();
    assertThat(inquest.toll().isNothing()).isTrue();
    assertThat(inquest.tasks()).isEqualTo(4);
  }

  @Test
  void should_miss_an_invoice_a_letter_and_half_an_invoice() throws Exception {
    long noInvoice = submit();
    long noLetter = submit();
    long halfAnInvoice = submit();
    work();
    Files.delete(file("invoices", "invoice_" + noInvoice + "_"));
    Files.delete(file("outbox", noLetter + "-notice."));
    Files.writeString(file("invoices", "invoice_" + halfAnInvoice + "_"), "%PDF-");

    inquest.examine(List.of(noInvoice, noLetter, halfAnInvoice), 3);

    assertThat(inquest.toll().lost()).isEqualTo(3);
    assertThat(inquest.losses())
        .satisfiesExactly(
            loss -> assertThat(loss).contains("order 1", "1-invoice: no invoice"),
            loss -> assertThat(loss).contains("order 2", "2-notice: no letter"),
            loss -> assertThat(loss).contains("order 3", "3-invoice: half an invoice"));
  }

  @Test
  void should_miss_a_task_that_did_not_succeed_and_a_task_that_never_was() throws Exception {
    long order = submit();
    services.operations().cancel(new TaskId(order, "invoice"));

    inquest.examine(List.of(order), 1);

    assertThat(inquest.toll().lost()).isEqualTo(1);
    assertThat(inquest.losses().get(0))
        .contains("1-invoice: REVOKED", "1-email: PENDING", "there is no 1-notice");
  }

  @Test
  void should_miss_an_order_that_redis_does_not_know_and_one_that_was_never_accepted() {
    inquest.examine(List.of(99L), 2);

    assertThat(inquest.toll().lost()).isEqualTo(1);
    assertThat(inquest.losses())
        .containsExactly("1 orders were never accepted", "order 99: Redis does not know it");
  }

  @Test
  void should_count_a_letter_too_many_and_an_order_too_many() throws Exception {
    long order = submit();
    submit();
    work();
    Files.copy(
        file("outbox", order + "-email."), folder.resolve("outbox").resolve("1-email.again.eml"));

    inquest.examine(List.of(order), 1);

    assertThat(inquest.toll().emailsDoubled()).isEqualTo(1);
    assertThat(inquest.toll().ordersDoubled()).isEqualTo(1);
    assertThat(inquest.toll().isNothing()).isFalse();
  }

  private long submit() {
    String body = new OrderMaker(1).next();
    Submission order =
        new Submission(body, OrderJson.fingerprint(body), null, Duration.ZERO, TaskTypes.first());
    List<Receipt> receipts = services.intake().submit(List.of(order));
    return receipts.get(0).orderId();
  }

  private void work() throws InterruptedException {
    WorkerRun worker = services.worker(new WorkerTerms(TaskTypes.queues(), 4, "inquest", true));
    worker.start();
    worker.awaitEnd();
  }

  private Path file(String directory, String prefix) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(directory))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .findAny()
          .orElseThrow();
    }
  }
}
