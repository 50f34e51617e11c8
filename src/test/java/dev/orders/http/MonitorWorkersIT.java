package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who works, and what each has in its hands, in a real browser. */
@InChromium
class MonitorWorkersIT {

  private static final int SLOTS = 4;

  private final TestApi api =
      new TestApi(Map.of("ORDERS_CARRIER_DELAY", "10m", "ORDERS_LEASE", "3s"));
  private final Tab tab = Tab.open();

  @AfterEach
  void close() {
    tab.close();
    for (JsonNode order : json(api.get("/orders")).get("orders")) {
      api.services().operations().cancelOrder(order.get("id").asLong());
    }
    api.close();
  }

  @Test
  void should_show_each_worker_with_the_tasks_that_it_holds_now() {
    tab.hurry(10);
    tab.visit(api.uri("/monitor"), ".workers .empty");
    tab.await(".workers .empty", "No worker is running");
    api.work("email", "invoice");
    api.work("shipping");
    api.work("shipping");
    String busy = "[...document.querySelectorAll('.workers li')].map((row) => row.innerText)";
    tab.awaitTrue(busy + ".filter((row) => row.includes('0 of 4 busy')).length === 3");

    for (int i = 0; i <= SLOTS; i++) {
      api.order();
    }

    String held = "[...document.querySelectorAll('.workers .hands a')].map((a) => a.innerText)";
    tab.awaitTrue(
        held + ".sort().join() === '1-shipping,2-shipping,3-shipping,4-shipping,5-shipping'");
    tab.await(".workers .total", "3");
    for (JsonNode worker : json(api.get("/workers"))) {
      String row = "[data-worker='" + worker.get("worker").asString() + "']";
      boolean isShipping = worker.get("queues").get(0).asString().equals("shipping");
      assertThat(tab.text(row)).contains(isShipping ? "Shipping" : "E-mail, Invoice");
      assertThat(tab.text(row)).contains("process " + ProcessHandle.current().pid());
      JsonNode tasks = json(api.get("/tasks?place=active"));
      for (JsonNode task : tasks.get("tasks")) {
        boolean isHeld = task.get("worker").equals(worker.get("worker"));
        boolean isShown = tab.text(row + " .hands").contains(task.get("task_id").asString());
        assertThat(isShown).as(task + " in the hands of " + row).isEqualTo(isHeld);
      }
    }
    api.services().operations().cancelOrder(1);
    await().until(() -> !tab.text(".workers").contains("1-shipping"));
  }
}
