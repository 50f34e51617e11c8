package dev.orders.http;

import static dev.orders.http.TestApi.ORDER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/**
 * Takes the pictures of the monitor for the README, of a shop at work that it makes up: {@code
 * scripts/screenshots} runs it.
 */
public final class MonitorPictures {

  private static final int ORDERS = 120;

  private MonitorPictures() {}

  /**
   * Takes the pictures.
   *
   * @param args where they go
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    Map<String, String> shop =
        Map.of(
            "ORDERS_CARRIER_DELAY", "1500ms",
            "ORDERS_CARRIER_FAILURE_RATE", "0.2",
            "ORDERS_SHIPPING_RETRIES", "1",
            "ORDERS_SHIPPING_RETRY_DELAY", "4s");
    try (TestApi api = new TestApi(shop);
        Tab tab = Tab.open()) {
      fill(api);
      tab.size(1280, 960);
      tab.visit(api.uri("/monitor"), ".running [data-task*=shipping]");
      tab.awaitTrue("document.querySelectorAll('.failures .rows > li').length > 0");
      tab.awaitTrue("document.querySelectorAll('.running .rows > li').length > 3");
      take(tab, folder.resolve("monitor-light.png"));
      tab.dark(true);
      take(tab, folder.resolve("monitor-dark.png"));
      tab.dark(false);
      tab.visit("about:blank", "body");
      tab.visit(api.uri("/monitor#/orders/" + retried(api)), ".lane rect.SUCCESS");
      take(tab, folder.resolve("monitor-order.png"));
    }
    System.exit(0);
  }

  private static void fill(TestApi api) {
    Random random = new Random(7);
    StringBuilder lines = new StringBuilder();
    String[] names = {"김민지", "이서준", "박하은", "Ana Souza", "Liam Novak", "정도윤"};
    for (int i = 0; i < ORDERS; i++) {
      String name = names[random.nextInt(names.length)];
      lines.append(ORDER.replace("김민지", name).replace("\n", " ")).append('\n');
    }
    api.post("/orders", lines.toString(), "content-type", "application/x-ndjson");
    api.work("email", "invoice");
    api.work("shipping");
    api.work("shipping");
  }

  /** An order whose parcel went the second time, for that is the better story. */
  private static String retried(TestApi api) {
    for (int id = 1; id < ORDERS; id++) {
      String timeline = api.get("/orders/" + id + "/timeline").body();
      if (timeline.contains("\"RETRY\"") && timeline.contains(id + "-notice")) {
        return Integer.toString(id);
      }
    }
    return "1";
  }

  private static void take(Tab tab, Path file) throws IOException {
    Files.write(file, tab.picture());
  }
}
