package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The figures and plots of the monitor after a shop has worked for a while. */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorFiguresIT {

  private static final int ORDERS = 5;
  private static final Map<String, String> BROKEN =
      Map.of(
          "ORDERS_CARRIER_FAILURE_RATE", "1",
          "ORDERS_SHIPPING_RETRIES", "1",
          "ORDERS_SHIPPING_RETRY_DELAY", "100ms");

  private final TestApi api = new TestApi(BROKEN);
  private Tab tab;

  @BeforeAll
  void work() {
    for (int i = 0; i < ORDERS; i++) {
      api.order();
    }
    api.work("email", "invoice");
    api.work("shipping");
    await().until(() -> dead() == ORDERS && open() == 0);
    tab = Tab.open();
  }

  @AfterAll
  void close() {
    tab.close();
    api.close();
  }

  private int dead() {
    return json(api.get("/queues")).get(2).get("dead").asInt();
  }

  private int open() {
    int open = 0;
    for (JsonNode queue : json(api.get("/queues"))) {
      open += queue.get("pending").asInt() + queue.get("active").asInt();
    }
    return open;
  }

  @Test
  void should_sum_up_the_day_by_the_hour_and_plot_what_went_up_and_down() {
    tab.visit(api.uri("/monitor#/history"), ".hourly tbody tr");

    // An hour may have ended meanwhile.
    String[] columns = {"accepted", "done", "retried", "dead"};
    int[] sums = {ORDERS, 2 * ORDERS, ORDERS, ORDERS};
    for (int i = 0; i < columns.length; i++) {
      assertThat(tab.ask(sum(i + 2)).asInt()).as(columns[i]).isEqualTo(sums[i]);
    }
    for (String line : new String[] {".done .email", ".done .invoice", ".trouble .dead"}) {
      assertThat(tab.ask(levels(".plot" + line)).asInt()).as(line).isGreaterThan(1);
    }
    assertThat(tab.ask(levels(".plot.done .shipping")).asInt()).as("nothing was shipped").isOne();
    assertThat(tab.text(".plot.trouble .legend")).contains("Retried", "Failed for good");
  }

  private static String sum(int column) {
    return "[...document.querySelectorAll('.hourly tbody tr td:nth-child(%d)')]".formatted(column)
        + ".reduce((sum, { textContent }) => sum + Number(textContent), 0)";
  }

  /** How many different heights a line has. */
  private static String levels(String line) {
    return "new Set(document.querySelector('%s').getAttribute('d').split(/[ML]/).slice(1)"
            .formatted(line + ".line")
        + ".map((point) => point.split(' ')[1])).size";
  }

  @Test
  void should_show_the_last_hour_minute_by_minute_when_that_is_chosen() {
    tab.visit(api.uri("/monitor#/history"), ".plot.done .line.email");
    tab.awaitTrue(points(".plot.done .email") + " === 288");

    tab.click(".filters a[href='#/history?hours=1']");

    tab.await("h1", "The last hour");
    tab.awaitTrue(points(".plot.done .email") + " === 60");
    assertThat(tab.count(".plot.done .grid text")).as("marks under and beside it").isEqualTo(11);
    tab.click(".filters a[href='#/history?hours=6']");
    tab.awaitTrue(points(".plot.done .email") + " === 180");
  }

  private static String points(String line) {
    return "document.querySelector('%s')?.getAttribute('d').split('L').length"
        .formatted(line + ".line");
  }

  @Test
  void should_read_a_plot_out_where_the_arrow_keys_lead() {
    tab.visit(api.uri("/monitor#/history"), ".plot.trouble svg");
    tab.awaitTrue("document.querySelectorAll('.plot.trouble .legend li').length === 3");
    tab.ask("document.querySelector('.plot.trouble svg').focus()");

    tab.press("Home");
    tab.await(".plot.trouble .reading", "Retried 0, Workers lost 0, Failed for good 0 a minute");
    tab.press("End");
    for (int i = 0; i < 3 && tab.text(".plot.trouble .reading").contains("Retried 0,"); i++) {
      tab.press("ArrowLeft");
    }
    assertThat(tab.text(".plot.trouble .reading")).matches(".*Retried [0-9.]*[1-9], .*");
  }

  @Test
  void should_show_what_a_handler_has_noted_down() {
    tab.visit(api.uri("/monitor#/tasks/1-invoice"), ".log li");

    tab.await(".log", "file: invoice_1_");
    assertThat(tab.text(".log li .delivery")).isEqualTo("attempt 1");
    tab.await(".attempts tbody tr", "Done");
  }

  @Test
  void should_draw_the_delay_before_a_retry_up_to_the_wait_that_follows() {
    tab.visit(api.uri("/monitor#/orders/1"), ".lane rect.delay + rect.wait");

    double gap =
        tab.ask(
                "(() => { const { x, width } = document.querySelector('.lane rect.delay');"
                    + " return document.querySelector('.lane rect.delay + rect.wait').x"
                    + ".baseVal.value - x.baseVal.value - width.baseVal.value; })()")
            .asDouble();
    // Where both are too short to be seen they are drawn a little longer than they were.
    assertThat(gap).isLessThan(0.01);
    assertThat(tab.count(".lane rect.FAILURE")).isOne();
  }

  @Test
  void should_show_on_each_card_what_lies_there_and_how_fast_it_went() {
    tab.visit(api.uri("/monitor#/"), "[data-queue=shipping] [data-alarm]");

    assertThat(tab.text("[data-queue=shipping] [data-alarm]")).isEqualTo("5 failed");
    tab.awaitTrue(
        "/at most [1-9]/.test(document.querySelector('[data-queue=email] .pace')?.ariaLabel)");
    assertThat(tab.text("[data-queue=email] .trend")).contains("open", "done a minute");
    assertThat(tab.text(".failures .rows")).contains("5 tasks", "Shipping");
  }
}
