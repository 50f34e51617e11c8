package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.cli.OrdersProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunCommandIT {

  private static final Pattern GO_ON = Pattern.compile("To go on: orders run --data (\\S+)");

  @TempDir Path directory;
  @TempDir Path temporary;

  private OrdersProcess orders;

  @BeforeEach
  void prepare() throws IOException {
    Files.writeString(directory.resolve("order.json"), Sample.order("홍길동"));
    orders = OrdersProcess.in(directory).with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
  }

  @Test
  void should_process_an_order_with_nothing_set_up_and_leave_nothing_but_its_results()
      throws IOException {
    Finished finished = orders.run("run", "order.json").exits(0);

    assertThat(finished.out())
        .contains("order 1     shipped")
        .containsPattern("1-email     SUCCESS .*" + directory + "/outbox/1-email\\S+\\.eml")
        .containsPattern("1-notice    SUCCESS .*" + directory + "/outbox/1-notice\\S+\\.eml")
        .containsPattern(
            "1-invoice   SUCCESS .*" + directory + "/invoices/invoice_1_\\d{8}_\\d{6}\\.pdf")
        .containsPattern("1-shipping  SUCCESS .*TRK");
    assertThat(finished.err()).contains("1-invoice SUCCESS 100%").doesNotContain("\u001B");
    assertThat(servers()).isEmpty();
  }

  @Test
  void should_keep_the_orders_when_a_task_failed_and_go_on_with_them_later() {
    orders.with("ORDERS_SHIPPING_RETRIES", "0").with("ORDERS_CARRIER_FAILURE_RATE", "1");
    Finished failed = orders.run("run", "order.json").exits(1);
    assertThat(failed.out()).containsPattern("1-shipping +FAILURE");
    Matcher goOn = GO_ON.matcher(failed.err());
    assertThat(goOn.find()).as(failed.err()).isTrue();

    orders.with("ORDERS_CARRIER_FAILURE_RATE", "0");

    assertThat(orders.run("run", "--data", goOn.group(1)).exits(0).out())
        .containsPattern("1-notice +SUCCESS");
  }

  @Test
  void should_sum_up_many_orders_by_queue() throws IOException {
    String many =
        IntStream.range(0, 20)
            .mapToObj(i -> Sample.order("A" + i))
            .collect(Collectors.joining("\n"));
    Files.writeString(directory.resolve("many.ndjson"), many);

    Finished finished = orders.run("run", "many.ndjson", "order.json").exits(0);

    assertThat(finished.out()).containsPattern("email +42 +0").containsPattern("all +84 +0");
    assertThat(finished.err()).contains("21 of 21 orders, 84 of 84 tasks");
  }

  @Test
  void should_not_start_anything_for_a_bad_order() throws IOException {
    Files.writeString(directory.resolve("bad.json"), Sample.order("A", 1));

    orders.run("run", "bad.json").exits(3);
    orders.run("run").exits(2);
    assertThat(orders.run("run", "--data", "mistyped").exits(4).err()).contains("mistyped");

    assertThat(directory.resolve("mistyped")).doesNotExist();

    assertThat(servers()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void should_end_at_a_signal_and_go_on_with_the_rest_later() throws IOException {
    orders.with("ORDERS_CARRIER_DELAY", "1m");
    Process run = orders.start("run", "order.json");
    await().until(() -> orders.soFar(run, "err").contains("1-invoice SUCCESS"));

    run.destroy(); // once: the shipment has its grace
    await().until(() -> hasHeard(run)); // two that wait to be heard are one
    run.destroy(); // twice: at once
    Finished ended = orders.await(run).exits(143);
    Matcher goOn = GO_ON.matcher(ended.err());
    assertThat(goOn.find()).as(ended.err()).isTrue();

    orders.with("ORDERS_CARRIER_DELAY", "0");
    assertThat(orders.run("run", "--data", goOn.group(1)).exits(0).out())
        .containsPattern("1-shipping +SUCCESS");
  }

  @Test
  void should_keep_nothing_of_a_success_though_nobody_reads_the_summary() throws IOException {
    assertThat(orders.shell("$ORDERS run order.json | true; echo ${PIPESTATUS[0]}").out())
        .isEqualTo("0\n");

    assertThat(servers()).isEmpty();
  }

  @Test
  void should_tell_how_to_go_on_with_a_failure_though_nobody_reads_the_summary() {
    orders.with("ORDERS_SHIPPING_RETRIES", "0").with("ORDERS_CARRIER_FAILURE_RATE", "1");

    Finished failed = orders.shell("$ORDERS run order.json | true");

    assertThat(failed.err()).containsPattern(GO_ON);
  }

  @Test
  void should_leave_no_data_behind_when_a_setting_kept_it_from_beginning() throws IOException {
    orders.with("ORDERS_SMTP_URL", "nonsense");

    assertThat(orders.run("run", "order.json").exits(2).err()).doesNotContainPattern(GO_ON);

    assertThat(servers()).isEmpty();
  }

  /** No signal to the process is pending (proc(5)). */
  private static boolean hasHeard(Process run) throws IOException {
    return Files.readString(Path.of("/proc", Long.toString(run.pid()), "status"))
        .contains("ShdPnd:\t0000000000000000");
  }

  /** The data directories of bundled servers. */
  private List<Path> servers() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.filter(path -> path.getFileName().toString().matches("orders-\\d+")).toList();
    }
  }
}
