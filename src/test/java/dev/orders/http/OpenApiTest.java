package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import dev.orders.queue.TaskState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API: sound in itself, and true of the routes, both ways. */
class OpenApiTest {

  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
  private static final JsonNode API = read();

  private static JsonNode read() {
    try (InputStream in = OpenApiTest.class.getResourceAsStream("openapi.json")) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Operation(String path, String method, JsonNode node) {}

  private static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    API.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.add(
                                new Operation(path.getKey(), method.getKey(), method.getValue()))));
    return operations;
  }

  private static List<Route> routes() {
    Settings settings = new Settings(Variables.of(Map.of(), Path.of("target")));
    try (Services services = new Services(settings);
        Api api = new Api(services, () -> false)) {
      return api.routes();
    }
  }

  @Test
  void should_describe_every_route_and_nothing_else() {
    Set<String> described =
        operations().stream()
            .map(operation -> operation.method().toUpperCase(Locale.ROOT) + " " + operation.path())
            .collect(Collectors.toSet());

    assertThat(
            routes().stream().map(route -> route.method() + " " + route.path().text()).distinct())
        .containsExactlyInAnyOrderElementsOf(described);
  }

  @Test
  void should_say_what_each_route_takes() {
    for (Route route : routes()) {
      JsonNode operation = operation(route);
      if (route.takes() == null) {
        assertThat(operation.has("requestBody")).as(route.toString()).isFalse();
      } else {
        assertThat(operation.get("requestBody").get("content").propertyNames())
            .contains(route.takes().type());
      }
    }
  }

  @Test
  void should_say_which_routes_need_a_token() {
    for (Route route : routes()) {
      boolean isOpen = operation(route).has("security");
      assertThat(isOpen).as(route.toString()).isEqualTo(route.needs() == Access.OPEN);
      assertThat(operation(route).get("responses").has("401")).isNotEqualTo(isOpen);
    }
  }

  @Test
  void should_say_what_any_request_may_be_refused_for() {
    for (Operation operation : operations()) {
      JsonNode responses = operation.node().get("responses");
      assertThat(responses.propertyNames()).as(operation.path()).contains("403", "421");
      assertThat(responses.has("408"))
          .as(operation.path())
          .isEqualTo(operation.node().has("requestBody"));
    }
  }

  @Test
  void should_name_every_operation_once() {
    assertThat(operations())
        .extracting(operation -> operation.node().get("operationId").asString())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-zA-Z]+"));
  }

  @Test
  void should_declare_the_variables_of_each_path() {
    for (Operation operation : operations()) {
      Set<String> declared = new TreeSet<>();
      for (JsonNode parameter : operation.node().path("parameters")) {
        JsonNode found = resolve(parameter);
        if (found.get("in").asString().equals("path")) {
          declared.add(found.get("name").asString());
        }
      }
      Set<String> used =
          VARIABLE
              .matcher(operation.path())
              .results()
              .map(result -> result.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(declared).as(operation.path()).isEqualTo(used);
    }
  }

  @Test
  void should_be_a_document_of_openapi_3_1() {
    assertThat(API.get("openapi").asString()).startsWith("3.1.");
    assertThat(API.get("info").propertyNames()).contains("title", "version");
    Set<String> tags =
        API.get("tags")
            .valueStream()
            .map(t -> t.get("name").asString())
            .collect(Collectors.toSet());
    for (Operation operation : operations()) {
      assertThat(operation.node().propertyNames()).contains("summary", "responses", "tags");
      assertThat(operation.node().get("tags").valueStream().map(JsonNode::asString))
          .allMatch(tags::contains);
      operation
          .node()
          .get("responses")
          .properties()
          .forEach(
              response -> {
                assertThat(response.getKey()).matches("[1-5][0-9]{2}");
                assertThat(resolve(response.getValue()).has("description")).isTrue();
              });
    }
  }

  @Test
  void should_use_all_that_it_defines_and_define_all_that_it_uses() {
    Set<String> used = new TreeSet<>();
    collect(API, used);
    Set<String> defined = new TreeSet<>();
    for (String kind : new String[] {"schemas", "parameters", "responses"}) {
      API.get("components")
          .get(kind)
          .propertyNames()
          .forEach(name -> defined.add("#/components/" + kind + "/" + name));
    }
    assertThat(used).isEqualTo(defined);
  }

  @Test
  void should_know_every_state() {
    List<String> states =
        resolve(API.at("/components/schemas/Task"))
            .at("/properties/state/enum")
            .valueStream()
            .map(JsonNode::asString)
            .toList();
    assertThat(states)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(TaskState.values()).map(TaskState::name).toList());
  }

  private static JsonNode operation(Route route) {
    return API.get("paths").get(route.path().text()).get(route.method().toLowerCase(Locale.ROOT));
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? API.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static void collect(JsonNode node, Set<String> used) {
    if (node.has("$ref")) {
      used.add(node.get("$ref").asString());
    }
    node.forEach(child -> collect(child, used));
  }
}
