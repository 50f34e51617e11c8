package dev.orders.http;

import static dev.orders.http.TestApi.ORDER;
import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each view of the monitor in a real browser: for everybody, in every light, at every width, and
 * whatever the customers are called.
 */
@InChromium
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonitorViewsIT {

  private static final String FULL = "full-token-0123456789";
  private static final String READ = "read-token-0123456789";
  private static final String HOSTILE =
      "<img src=x onerror=\\\"window.hacked=1\\\"><script>window.hacked=1</script>";
  private static final int MANY = 3_400;
  private static final String CUT_OFF =
      "[...document.querySelectorAll('.scroll:has(.stacked)')]"
          + ".filter((place) => place.scrollWidth > place.clientWidth).length";

  private final TestApi api =
      new TestApi(Map.of("ORDERS_CARRIER_FAILURE_RATE", "1", "ORDERS_SHIPPING_RETRIES", "1"));
  private Tab tab;

  @BeforeAll
  void accept() {
    api.post("/orders", ORDER.replace("김민지", HOSTILE).replace("무선 기계식 키보드", HOSTILE));
    api.work("email", "invoice", "shipping");
    await().until(() -> json(api.get("/tasks/1-shipping")).get("state").asString().equals("RETRY"));
    tab = Tab.open();
  }

  @AfterAll
  void close() {
    tab.close();
    api.close();
  }

  @AfterEach
  void reset() {
    tab.size(1280, 900);
    tab.dark(false);
  }

  @ParameterizedTest
  @CsvSource({
    "/,                        .recent tbody tr",
    "/tasks?place=delayed,     tbody tr",
    "/orders,                  tbody tr",
    "/orders/1,                .lane",
    "/tasks/1-shipping,        .attempts tbody tr",
    "/history,                 .hourly tbody tr",
    "/tasks?place=active,      .empty",
    "/orders/99,               .order .empty",
  })
  void should_have_no_barriers_in_any_light_nor_run_over_a_narrow_screen(
      String path, String shown) {
    tab.visit("about:blank", "body");
    for (boolean isDark : new boolean[] {false, true}) {
      tab.dark(isDark);
      tab.visit(api.uri("/monitor#" + path), shown);
      assertThat(tab.barriers()).as(path + (isDark ? " dark" : " light")).isEmpty();
    }
    tab.size(360, 740);
    assertThat(tab.ask("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(360);
    assertThat(tab.ask(CUT_OFF).asInt()).as("folded tables that are cut off").isZero();
    assertThat(tab.barriers()).as(path + " narrow").isEmpty();
  }

  @Test
  void should_show_hostile_names_as_the_text_that_they_are() {
    for (String path : new String[] {"/", "/orders", "/orders/1", "/tasks/1-invoice"}) {
      tab.visit("about:blank", "body");
      tab.visit(api.uri("/monitor#" + path), "main .badge");
      if (!path.startsWith("/tasks")) {
        tab.await("main", "<img src=x onerror=");
      }
      assertThat(tab.count("img, main script")).as(path).isZero();
      assertThat(tab.ask("window.hacked === undefined").asBoolean()).as(path).isTrue();
    }
  }

  @Test
  void should_preview_the_letter_without_letting_it_do_anything() {
    tab.visit("about:blank", "body");
    tab.visit(api.uri("/monitor#/orders/1"), ".lane");
    tab.click("[data-preview=confirmation] summary");

    tab.await("[data-preview=confirmation] iframe");
    assertThat(tab.text("[data-preview=confirmation] dl")).contains("minji.kim@example.com");
    assertThat(tab.ask("document.querySelector('iframe').getAttribute('sandbox')").asString())
        .isEmpty();
    tab.click("[data-preview=invoice] summary");
    tab.await("[data-preview=invoice] iframe");
    assertThat(tab.ask("window.hacked === undefined").asBoolean()).isTrue();
  }

  @Test
  void should_speak_korean_when_that_is_chosen_and_remember_it() {
    try (Tab own = Tab.open()) {
      own.visit(api.uri("/monitor"), "#language");
      own.ask(
          "(() => { const select = document.querySelector('#language'); select.value = 'ko';"
              + " select.dispatchEvent(new Event('change')); })()");
      own.await("nav", "주문");
      assertThat(own.ask("document.documentElement.lang").asString()).isEqualTo("ko");
      own.await("[data-queue=invoice]", "대기");

      own.visit(api.uri("/monitor?again#/orders/1"), ".order .running li");

      own.await(".order .running li", "확인 메일");
      assertThat(own.barriers()).isEmpty();
    }
  }

  @Test
  void should_list_ten_thousand_tasks_page_by_page() {
    try (TestApi full = new TestApi();
        Tab own = Tab.open()) {
      String line = ORDER.replace("\n", " ") + "\n";
      HttpResponse<String> accepted =
          full.post("/orders", line.repeat(MANY), "content-type", "application/x-ndjson");
      assertThat(accepted.body().lines()).hasSize(MANY);

      own.visit(full.uri("/monitor#/tasks?place=pending"), "tbody tr");

      own.await(".pages", "1–100 of 10,200");
      assertThat(own.count("tbody tr")).isEqualTo(100);
      own.click(".pages a[rel=next]");
      own.await(".pages", "101–200 of 10,200");
      own.click(".pages a:last-child");
      own.await(".pages", "10,101–10,200 of 10,200");
      own.await("tbody tr:last-child", MANY + "-shipping");
      assertThat(own.barriers()).isEmpty();
    }
  }

  @Test
  void should_show_neither_personal_data_nor_buttons_to_the_reading_token() {
    try (TestApi guarded =
        new TestApi(Map.of("ORDERS_HTTP_TOKEN", FULL, "ORDERS_HTTP_READ_TOKEN", READ))) {
      guarded.post("/orders", ORDER, "authorization", "Bearer " + FULL);
      try (Tab reader = Tab.open()) {
        reader.knowPassword(READ);
        reader.visit(guarded.uri("/monitor#/orders/1"), ".order .running li");
        reader.await(".previews", "does not show personal data");
        assertThat(reader.text("body")).contains("***").doesNotContain("김민지");
        assertThat(reader.count("[data-deed]")).isZero();
        reader.await(".lamp", "Live");
      }
      try (Tab owner = Tab.open()) {
        owner.knowPassword(FULL);
        owner.visit(guarded.uri("/monitor#/orders/1"), "[data-deed=cancelOrder]");
        assertThat(owner.text("body")).contains("김민지");
      }
    }
  }
}
