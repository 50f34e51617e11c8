package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends to every documented route what its description allows, and what it does not, as somebody
 * who may and as somebody who may not: whatever comes, the answer is the one that is due, in the
 * form that the description names, and never a 500.
 *
 * <p>A longer run, with other requests: {@code -Dorders.fuzz.requests=5000 -Dorders.fuzz.seed=2}.
 */
class OpenApiFuzzIT {

  private static final int REQUESTS = Integer.getInteger("orders.fuzz.requests", 30);
  private static final long SEED = Long.getLong("orders.fuzz.seed", 1);
  private static final int ORDERS = 3;
  private static final Pattern FILE = Pattern.compile("/monitor/([0-9a-f]+)/([a-z.]+)");
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
    try (TestApi api = new TestApi(Caller.ENVIRONMENT)) {
      Set<String> there = there(api);
      for (int i = 0; i < REQUESTS; i++) {
        for (var path : API.get("paths").properties()) {
          for (String method : path.getValue().propertyNames()) {
            OpenApiCall call = OpenApiCall.draw(API, arbitrary, path.getKey(), method, there);
            RawExchange.Answer answer = call.send(api);
            judge(call, answer).forEach(fault -> faults.add(call + ": " + fault));
          }
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** What is there, such as {@code task=1-email}. */
  private static Set<String> there(TestApi api) {
    String[] owner = {"authorization", "Bearer " + Caller.FULL};
    Set<String> there = new TreeSet<>(Set.of("queue=email", "queue=invoice", "queue=shipping"));
    for (int id = 1; id <= ORDERS; id++) {
      api.post("/orders", TestApi.ORDER, owner);
      there.add("order=" + id);
      for (String task : new String[] {"email", "invoice", "shipping"}) {
        there.add("task=" + id + "-" + task);
      }
    }
    MatchResult file = FILE.matcher(api.get("/monitor", owner).body()).results().toList().get(0);
    Stream.of("main.js", "base.css", "icon.svg", "ko.json").forEach(n -> there.add("file=" + n));
    there.add("version=" + file.group(1));
    return there;
  }

  private static List<String> judge(OpenApiCall call, RawExchange.Answer answer) {
    List<String> faults = new ArrayList<>();
    if (!call.allows(answer.status())) {
      faults.add("answered " + answer.status() + " " + answer.text());
    }
    if (!answer.header("x-content-type-options").equals("nosniff")) {
      faults.add("lacks nosniff");
    }
    if (!answer.header("content-security-policy").contains("default-src ")) {
      faults.add("lacks a policy");
    }
    String due =
        switch (answer.status()) {
          case 201 -> "location";
          case 401 -> "www-authenticate";
          case 405 -> "allow";
          default -> "content-type";
        };
    if (answer.header(due).isEmpty()) {
      faults.add(answer.status() + " lacks " + due);
    }
    if (call.isHead()) {
      faults.addAll(answer.body().length == 0 ? List.of() : List.of("HEAD got content"));
    } else {
      faults.addAll(contentFaults(call.operation(), answer));
    }
    return faults;
  }

  /** What stands at no operation, as that a path has no such method, is a problem, too. */
  private static List<String> contentFaults(JsonNode operation, RawExchange.Answer answer) {
    JsonNode documented = operation.get("responses").get(Integer.toString(answer.status()));
    JsonNode response =
        documented == null
            ? API.at("/components/responses/NotFound")
            : Schema.resolve(API, documented);
    JsonNode content = response.path("content").path(answer.type());
    if (content.isMissingNode()) {
      return List.of(answer.status() + " came as " + answer.type());
    }
    JsonNode schema = content.get("schema");
    try {
      return switch (answer.type()) {
        case "application/json", "application/problem+json" ->
            Schema.faults(API, schema, TestApi.json(answer.text()));
        case "application/x-ndjson" ->
            answer
                .text()
                .lines()
                .flatMap(line -> Schema.faults(API, schema, TestApi.json(line)).stream())
                .toList();
        default -> List.of();
      };
    } catch (JacksonException e) {
      return List.of("answered what is no JSON: " + answer.text());
    }
  }
}
