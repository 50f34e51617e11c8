package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TaskListIT {

  private static final TestApi API = new TestApi();

  @BeforeAll
  static void accept() {
    for (int i = 0; i < 5; i++) {
      API.order();
    }
  }

  @AfterAll
  static void close() {
    API.close();
  }

  private static JsonNode page(String query) {
    return json(API.get("/tasks?" + query));
  }

  private static List<String> ids(JsonNode page) {
    return page.get("tasks").valueStream().map(task -> task.get("task_id").asString()).toList();
  }

  @Test
  void should_list_a_queue_next_to_run_first() {
    JsonNode page = page("place=pending&queue=invoice");

    assertThat(page.get("total").asInt()).isEqualTo(5);
    assertThat(ids(page))
        .containsExactly("1-invoice", "2-invoice", "3-invoice", "4-invoice", "5-invoice");
    assertThat(page.get("tasks").get(0).get("state").asString()).isEqualTo("PENDING");
  }

  @Test
  void should_go_through_all_queues_page_by_page_without_repeating_or_missing_any() {
    List<String> all = new ArrayList<>();
    for (int offset = 0; offset < 15; offset += 4) {
      JsonNode page = page("place=pending&limit=4&offset=" + offset);
      assertThat(page.get("total").asInt()).isEqualTo(15);
      assertThat(page.get("offset").asInt()).isEqualTo(offset);
      all.addAll(ids(page));
    }
    assertThat(all).hasSize(15).doesNotHaveDuplicates();
    assertThat(all.subList(3, 7)).containsExactly("4-email", "5-email", "1-invoice", "2-invoice");
  }

  @Test
  void should_be_empty_behind_the_last_task_and_where_nothing_lies() {
    assertThat(ids(page("place=pending&offset=15"))).isEmpty();
    assertThat(ids(page("place=pending&limit=0"))).isEmpty();
    assertThat(page("place=dead").get("total").asInt()).isZero();
    assertThat(page("").get("total").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"place=heaven", "queue=other", "limit=201", "limit=-1", "offset=100001"})
  void should_name_a_parameter_that_makes_no_sense(String query) {
    assertThat(API.get("/tasks?" + query).statusCode()).isEqualTo(422);
    assertThat(API.get("/tasks?" + query).body()).contains(query.split("=")[0]);
  }
}
