package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends to every documented route what its description allows, and what it does not: whatever
 * comes, the answer is one of those that the description names, in the form that it names, and
 * never a 500.
 *
 * <p>A longer run, with other requests: {@code -Dorders.fuzz.requests=5000 -Dorders.fuzz.seed=2}.
 */
class OpenApiFuzzIT {

  private static final int REQUESTS = Integer.getInteger("orders.fuzz.requests", 30);
  private static final long SEED = Long.getLong("orders.fuzz.seed", 1);
  private static final JsonNode API = read();

  private final Arbitrary arbitrary = new Arbitrary(API, new SplittableRandom(SEED));

  private static JsonNode read() {
    try (InputStream in = OpenApiFuzzIT.class.getResourceAsStream("openapi.json")) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void should_answer_every_request_as_its_description_says() {
    List<String> faults = new ArrayList<>();
    try (TestApi api = new TestApi()) {
      api.order();
      api.order();
      for (int i = 0; i < REQUESTS; i++) {
        for (var path : API.get("paths").properties()) {
          for (var method : path.getValue().properties()) {
            faults.addAll(tried(api, path.getKey(), method.getKey(), method.getValue()));
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  private List<String> tried(TestApi api, String path, String method, JsonNode operation) {
    String target = target(path, operation);
    byte[] body = {};
    HttpRequest.Builder request = api.request(target);
    if (operation.has("requestBody")) {
      JsonNode content = operation.at("/requestBody/content");
      String type = arbitrary.oneOf(List.copyOf(content.propertyNames()));
      body = arbitrary.document(content.get(type).get("schema"));
      if (!arbitrary.oneIn(10)) {
        request.header("content-type", arbitrary.oneIn(10) ? "text/plain" : type);
      }
    }
    addHeaders(request, operation);
    request.method(method.toUpperCase(Locale.ROOT), BodyPublishers.ofByteArray(body));
    String what = method + " " + target + " " + new String(body, StandardCharsets.UTF_8);
    return judged(api.send(request.build(), BodyHandlers.ofInputStream()), operation).stream()
        .map(fault -> what + ": " + fault)
        .toList();
  }

  private String target(String path, JsonNode operation) {
    String target = path;
    StringBuilder query = new StringBuilder();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = Schema.resolve(API, each);
      String name = parameter.get("name").asString();
      String value = URLEncoder.encode(arbitrary.text(parameter), StandardCharsets.UTF_8);
      if (parameter.get("in").asString().equals("path")) {
        // Nothing at all would be another path.
        String segment = value.isEmpty() ? "-" : value.replace("+", "%20");
        target = target.replace("{" + name + "}", segment);
      } else if (parameter.get("in").asString().equals("query") && arbitrary.oneIn(2)) {
        query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
      }
    }
    return target + query;
  }

  private void addHeaders(HttpRequest.Builder request, JsonNode operation) {
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = Schema.resolve(API, each);
      boolean isWanted = parameter.get("in").asString().equals("header") && arbitrary.oneIn(3);
      if (isWanted) {
        String printable = arbitrary.text(parameter).replaceAll("[^ -~]", "?");
        request.header(parameter.get("name").asString(), printable);
      }
    }
  }

  private static List<String> judged(HttpResponse<InputStream> response, JsonNode operation) {
    int status = response.statusCode();
    JsonNode documented = operation.get("responses").get(Integer.toString(status));
    if (status >= 500 || documented == null) {
      // An empty segment, or one that holds a slash, makes another path.
      boolean isElsewhere = status == 404 || status == 405 || status == 414;
      return isElsewhere && status < 500 ? List.of() : List.of("answered " + status);
    }
    String type = response.headers().firstValue("content-type").orElse("").split(";")[0];
    JsonNode content = Schema.resolve(API, documented).path("content").path(type);
    return content.isMissingNode()
        ? List.of(status + " came as " + type)
        : faultsOf(text(response, type), type, content.get("schema"));
  }

  /** Of a stream of events, which has no end, only the head is looked at. */
  private static String text(HttpResponse<InputStream> response, String type) {
    try (InputStream body = response.body()) {
      return type.equals("text/event-stream")
          ? ""
          : new String(body.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> faultsOf(String text, String type, JsonNode schema) {
    try {
      return switch (type) {
        case "application/json", "application/problem+json" ->
            Schema.faults(API, schema, TestApi.json(text));
        case "application/x-ndjson" ->
            text.lines()
                .flatMap(line -> Schema.faults(API, schema, TestApi.json(line)).stream())
                .toList();
        default -> List.of();
      };
    } catch (JacksonException e) {
      return List.of("answered what is no JSON: " + text);
    }
  }
}
