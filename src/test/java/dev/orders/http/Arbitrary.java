package dev.orders.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Draws values that fit a schema of {@code openapi.json}, more or less: some are as it asks, some
 * are what nobody in their senses would send.
 */
final class Arbitrary {

  private static final JsonMapper JSON = new JsonMapper();

  private static final List<String> STRANGE =
      List.of(
          "",
          " ",
          "0",
          "-1",
          "1e999999999",
          "99999999999999999999",
          "../../etc/passwd",
          "..",
          "*",
          "{}",
          "{p}:order:1",
          "1-email\r\nSet-Cookie: x",
          "\u0000",
          "\u001b[2J",
          "\u202e",
          "김민지",
          "😀".repeat(45),
          "%",
          "%00",
          "a,b,,c",
          "true",
          "null",
          "1-status-2",
          "1-email",
          "<script>",
          "'; DROP",
          "x".repeat(1_500));

  private final JsonNode api;
  private final RandomGenerator random;

  Arbitrary(JsonNode api, RandomGenerator random) {
    this.api = api;
    this.random = random;
  }

  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** A parameter's value in writing. */
  String text(JsonNode parameter) {
    JsonNode schema = Schema.resolve(api, parameter.get("schema"));
    if (oneIn(2)) {
      return oneOf(STRANGE);
    }
    JsonNode value = value(schema);
    return value.isArray()
        ? String.join(",", value.valueStream().map(Arbitrary::written).toList())
        : written(value);
  }

  private static String written(JsonNode value) {
    return value.isString() ? value.asString() : value.toString();
  }

  /** The bytes of a document of this schema, or of none. */
  byte[] document(JsonNode schema) {
    if (oneIn(6)) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = value(schema).toString().getBytes(StandardCharsets.UTF_8);
    if (oneIn(4) && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  /** A value of this schema; one in twenty is something else. */
  JsonNode value(JsonNode reference) {
    JsonNode schema = Schema.resolve(api, reference);
    if (oneIn(20)) {
      return oneOf(
          List.of(
              JSON.nullNode(),
              JSON.createArrayNode(),
              JSON.valueToTree(oneOf(STRANGE)),
              JSON.valueToTree(-1),
              JSON.valueToTree(0.5),
              JSON.valueToTree(true)));
    }
    if (schema.has("enum")) {
      return oneOf(schema.get("enum").valueStream().toList());
    }
    if (schema.has("examples")) {
      return oneOf(schema.get("examples").valueStream().toList());
    }
    return switch (schema.path("type").asString("")) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "integer" -> JSON.valueToTree(1 + random.nextInt(3));
      case "number" -> JSON.valueToTree(1_000L * random.nextInt(3));
      default -> JSON.valueToTree(oneIn(3) ? oneOf(STRANGE) : "word");
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.createObjectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (var property : schema.path("properties").properties()) {
      boolean isWanted = required.contains(property.getKey()) ? !oneIn(20) : oneIn(3);
      if (isWanted) {
        object.set(property.getKey(), value(property.getValue()));
      }
    }
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = JSON.createArrayNode();
    for (int left = random.nextInt(3); left >= 0; left--) {
      array.add(value(schema.get("items")));
    }
    return array;
  }
}
