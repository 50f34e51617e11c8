package dev.orders.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A call of a route, drawn from its description: somebody, with parameters that may make sense or
 * not, for something that is there or not. It knows from the description which statuses may come of
 * it, and no more of them than it must.
 */
final class OpenApiCall {

  /** Nothing of these is shown to the reading token. */
  private static final Set<String> PERSONAL =
      Set.of("/orders/{id}/email", "/orders/{id}/email.html", "/orders/{id}/invoice.pdf");

  /** Under such ids the calls before may have made something. */
  private static final Map<String, String> MAYBE_THERE =
      Map.of("order", "[1-9][0-9]{0,3}", "task", "[1-9][0-9]{0,3}-[a-z]+(-[0-9]+)?");

  private final JsonNode api;
  private final Arbitrary arbitrary;
  private final String path;
  private final JsonNode operation;
  private final Set<String> there;
  private final DueStatus due = new DueStatus();
  private final List<String> headers = new ArrayList<>();
  private String method;
  private String target;
  private byte[] body = {};

  private OpenApiCall(
      JsonNode api, Arbitrary arbitrary, String path, String method, Set<String> there) {
    this.api = api;
    this.arbitrary = arbitrary;
    this.path = path;
    this.method = method.toUpperCase(Locale.ROOT);
    this.operation = api.get("paths").get(path).get(method);
    this.there = there;
    this.target = path;
  }

  /**
   * Draws one.
   *
   * @param there what is there for certain, such as {@code order=1} or {@code queue=email}
   */
  static OpenApiCall draw(
      JsonNode api, Arbitrary arbitrary, String path, String method, Set<String> there) {
    OpenApiCall call = new OpenApiCall(api, arbitrary, path, method, there);
    call.drawParameters();
    call.drawBody();
    call.drawCaller();
    call.drawMethod();
    return call;
  }

  private void drawParameters() {
    StringBuilder query = new StringBuilder();
    for (JsonNode each : operation.path("parameters")) {
      JsonNode parameter = Schema.resolve(api, each);
      String name = parameter.get("name").asString();
      switch (parameter.get("in").asString()) {
        case "path" -> fill(name, arbitrary.oneIn(3) ? arbitrary.text(parameter) : known(name));
        case "query" -> {
          if (arbitrary.oneIn(2)) {
            String value = arbitrary.text(parameter);
            query
                .append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(escape(value));
            expect(parameter, value, 422);
          }
        }
        default -> {
          if (arbitrary.oneIn(3)) {
            String value = arbitrary.text(parameter).replaceAll("[^ -~]", "?").strip();
            headers.add(name + ": " + (value.isEmpty() ? "word" : value));
            expect(parameter, value.isEmpty() ? "word" : value, 400);
          }
        }
      }
    }
    target += query;
  }

  private String known(String variable) {
    String start = kind(variable) + "=";
    List<String> fitting = there.stream().filter(value -> value.startsWith(start)).toList();
    return arbitrary.oneOf(fitting).substring(start.length());
  }

  private String kind(String variable) {
    return variable.equals("id") ? (path.startsWith("/orders") ? "order" : "task") : variable;
  }

  private void fill(String variable, String value) {
    // Nothing at all would be another path.
    String segment = value.isEmpty() ? "-" : value;
    target = target.replace("{" + variable + "}", escape(segment).replace("+", "%20"));
    if (segment.contains("/")) {
      due.settle(404); // Another path, at which nothing is.
    } else if (!there.contains(kind(variable) + "=" + segment)) {
      boolean isPossible = segment.matches(MAYBE_THERE.getOrDefault(kind(variable), ""));
      if (isPossible) {
        due.maybe(Set.of(404));
      } else {
        due.fault(404);
      }
    }
  }

  private void expect(JsonNode parameter, String value, int refusal) {
    // A parameter without a value is as good as none.
    if (!value.isEmpty() && !Schema.allows(api, parameter.get("schema"), value)) {
      due.fault(refusal);
    }
  }

  private static String escape(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private void drawBody() {
    if (!operation.has("requestBody")) {
      return;
    }
    JsonNode content = operation.at("/requestBody/content");
    String type = arbitrary.oneOf(List.copyOf(content.propertyNames()));
    boolean isTaken = operation.at("/requestBody/required").asBoolean();
    if (isTaken && arbitrary.oneIn(3)) {
      body = TestApi.ORDER.replace("\n", " ").getBytes(StandardCharsets.UTF_8);
    } else {
      body = arbitrary.document(content.get(type).get("schema"));
      due.maybe(isTaken ? Set.of(400, 422) : Set.of());
    }
    if (arbitrary.oneIn(8)) {
      String other = arbitrary.oneOf(List.of("text/plain", "multipart/form-data", "json", ""));
      headers.add("Content-Type: " + other);
      due.only(415);
    } else {
      headers.add("Content-Type: " + type + (arbitrary.oneIn(4) ? "; charset=utf-8" : ""));
    }
  }

  private void drawCaller() {
    Caller caller = Caller.arbitrary(arbitrary);
    headers.addAll(caller.headers());
    caller.refusal(needed()).filter(status -> !due.isOnly(415)).ifPresent(due::only);
  }

  private Access needed() {
    if (operation.has("security")) {
      return Access.OPEN;
    }
    return method.equals("POST") || PERSONAL.contains(path) ? Access.FULL : Access.READ;
  }

  private void drawMethod() {
    if (method.equals("GET") && arbitrary.oneIn(8)) {
      method = "HEAD";
    } else if (arbitrary.oneIn(20)) {
      method = arbitrary.oneOf(List.of("PUT", "DELETE", "PATCH", "TRACE", "FETCH"));
      due.only(405);
    }
  }

  RawExchange.Answer send(TestApi server) {
    return RawExchange.send(server, method, target, headers, body);
  }

  JsonNode operation() {
    return operation;
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** True when this status may come of it. */
  boolean allows(int status) {
    return due.allows(status, operation);
  }

  @Override
  public String toString() {
    return "%s %s %s %s, %s"
        .formatted(method, target, headers, new String(body, StandardCharsets.UTF_8), due);
  }
}
