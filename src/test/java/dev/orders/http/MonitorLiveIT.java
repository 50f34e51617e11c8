package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The monitor in a real browser: what happens shows, and what is clicked happens. */
@InChromium
class MonitorLiveIT {

  private static final Map<String, String> SLOW = Map.of("ORDERS_CARRIER_DELAY", "2s");
  private static final Map<String, String> BROKEN =
      Map.of("ORDERS_CARRIER_FAILURE_RATE", "1", "ORDERS_SHIPPING_RETRIES", "0");

  private final Tab tab = Tab.open();

  @AfterEach
  void close() {
    tab.close();
  }

  @Test
  void should_show_a_new_order_and_move_its_bars_without_a_reload() {
    try (TestApi api = new TestApi(SLOW)) {
      tab.visit(api.uri("/monitor"), ".card");
      tab.ask("window.isTheSamePage = true");
      assertThat(tab.text(".running")).contains("Nothing is running");
      api.work("email", "invoice", "shipping");

      long order = api.order();

      String row = ".running [data-task='%d-shipping']".formatted(order);
      tab.awaitTrue("document.querySelector(\"%s progress\")?.value > 0".formatted(row));
      tab.await(row, "%");
      tab.await(row, "Done");
      tab.await(".recent tbody tr", "#" + order);
      tab.await(".recent tbody tr", "Shipped");
      assertThat(tab.ask("window.isTheSamePage").asBoolean()).isTrue();
    }
  }

  @Test
  void should_retry_a_dead_task_when_that_is_confirmed() {
    try (TestApi api = new TestApi(BROKEN)) {
      String task = api.order() + "-shipping";
      api.work("shipping");
      tab.visit(api.uri("/monitor"), ".failures li");
      assertThat(tab.text(".failures li")).contains("1 task");

      tab.click(".failures li a");
      tab.await("h1", task);
      tab.await(".task .badge", "Failed");
      tab.click("[data-deed=retry]");
      tab.await("dialog[open]", "Retry " + task);
      assertThat(json(api.get("/tasks/" + task)).get("deliveries").asInt()).isEqualTo(1);
      tab.click("dialog [data-confirm]");

      tab.await(".notices", task + " waits again");
      tab.awaitTrue("document.querySelectorAll('.attempts tbody tr').length === 2");
      await().until(() -> json(api.get("/tasks/" + task)).get("deliveries").asInt() == 2);
    }
  }

  @Test
  void should_pause_and_resume_a_queue_with_the_keyboard_alone() {
    try (TestApi api = new TestApi()) {
      tab.visit(api.uri("/monitor"), "[data-queue=email] [data-deed=pause]");

      focus("[data-queue=email] [data-deed=pause]");
      tab.press("Enter");
      tab.await("dialog[open]", "Pause the queue");
      tab.press("Escape");
      tab.awaitTrue("!document.querySelector('dialog')");
      assertThat(api.get("/queues").body()).doesNotContain("\"paused\":true");

      tab.press("Enter");
      focus("dialog [data-confirm]");
      tab.press("Enter");
      tab.await("[data-queue=email]", "Paused");
      assertThat(api.get("/queues").body()).contains("\"paused\":true");

      focus("[data-queue=email] [data-deed=resume]");
      tab.press("Enter");
      focus("dialog [data-confirm]");
      tab.press("Enter");
      tab.await("[data-queue=email] [data-deed=pause]");
      assertThat(api.get("/queues").body()).doesNotContain("\"paused\":true");
    }
  }

  @Test
  void should_find_an_order_from_anywhere_and_cancel_it() {
    try (TestApi api = new TestApi()) {
      long order = api.order();
      tab.visit(api.uri("/monitor#/history"), ".plot");
      tab.press("/");
      tab.type(Long.toString(order));
      tab.press("Enter");

      tab.await("h1", "Order #" + order);
      tab.await(".order .badge", "Confirmed");
      tab.click("[data-deed=cancelOrder]");
      tab.click("dialog [data-confirm]");

      tab.await(".head .badge", "Cancelled");
      tab.await(".order .running", "Cancelled");
      assertThat(tab.count("[data-deed=cancelOrder]")).isZero();
    }
  }

  @Test
  void should_say_so_when_there_is_no_such_order_task_or_page() {
    try (TestApi api = new TestApi()) {
      tab.visit(api.uri("/monitor#/orders/99"), ".empty");
      tab.await(".order .empty", "There is no order #99");
      tab.visit(api.uri("/monitor#/tasks/99-email"), ".task");
      tab.await(".task .empty", "There is no task 99-email");
      tab.visit(api.uri("/monitor#/nonsense"), ".overview");
    }
  }

  /** Goes on with the key Tab until something has the focus, as a person would. */
  private void focus(String selector) {
    String hasFocus = "document.activeElement?.matches(%s)".formatted(TestApi.quoted(selector));
    tab.await(selector);
    for (int i = 0; i < 60 && !tab.ask(hasFocus).asBoolean(false); i++) {
      tab.press("Tab");
    }
    assertThat(tab.ask(hasFocus).asBoolean(false)).as("reached " + selector).isTrue();
  }
}
