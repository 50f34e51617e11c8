package dev.orders.http;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Compares a document with a JSON schema, as far as {@code openapi.json} makes use of it. */
final class Schema {

  private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

  private final JsonNode api;
  private final List<String> faults = new ArrayList<>();

  private Schema(JsonNode api) {
    this.api = api;
  }

  /** What is against the schema; empty when nothing is. References lead into {@code api}. */
  static List<String> faults(JsonNode api, JsonNode schema, JsonNode value) {
    Schema check = new Schema(api);
    check.check(schema, value, "");
    return check.faults;
  }

  private void check(JsonNode reference, JsonNode value, String path) {
    JsonNode schema = resolve(api, reference);
    require(isOfType(schema, value), path, "is no " + schema.get("type"));
    require(!schema.has("enum") || isListed(schema.get("enum"), value), path, "is " + value);
    require(!schema.has("const") || schema.get("const").equals(value), path, "is always the same");
    schema.path("allOf").forEach(part -> check(part, value, path));
    if (schema.has("anyOf")) {
      boolean fits =
          schema.get("anyOf").valueStream().anyMatch(one -> faults(api, one, value).isEmpty());
      require(fits, path, "is none of those that it may be");
    }
    if (schema.has("pattern") && value.isString()) {
      boolean fits =
          Pattern.compile(schema.get("pattern").asString()).matcher(value.asString()).find();
      require(fits, path, "does not look as it should");
    }
    if (schema.path("format").asString("").equals("date-time")) {
      require(isTime(value.asString("")), path, "is no time");
    }
    require(
        !schema.has("minimum") || value.asDouble() >= schema.get("minimum").asDouble(),
        path,
        "is too small");
    require(
        !schema.has("maximum") || value.asDouble() <= schema.get("maximum").asDouble(),
        path,
        "is too large");
    checkParts(schema, value, path);
  }

  /** True when a parameter may be this, as it stands in a path, a query or a header. */
  static boolean allows(JsonNode api, JsonNode reference, String text) {
    JsonNode schema = resolve(api, reference);
    return switch (schema.get("type").asString()) {
      case "array" ->
          Stream.of(text.split(","))
              .filter(element -> !element.isEmpty())
              .allMatch(element -> allows(api, schema.get("items"), element));
      case "integer" ->
          INTEGER.matcher(text).matches() && faults(api, schema, TestApi.json(text)).isEmpty();
      default -> faults(api, schema, StringNode.valueOf(text)).isEmpty();
    };
  }

  private static boolean isTime(String text) {
    try {
      return OffsetDateTime.parse(text).getYear() > 0;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private void checkParts(JsonNode schema, JsonNode value, String path) {
    schema
        .path("required")
        .forEach(name -> require(value.has(name.asString()), path, "lacks " + name.asString()));
    for (var field : value.properties()) {
      JsonNode known = schema.path("properties").get(field.getKey());
      JsonNode other = known == null ? schema.get("additionalProperties") : known;
      if (other != null && other.isObject()) {
        check(other, field.getValue(), path + "/" + field.getKey());
      }
    }
    if (schema.has("items") && value.isArray()) {
      value.forEach(element -> check(schema.get("items"), element, path + "/*"));
    }
  }

  private static boolean isOfType(JsonNode schema, JsonNode value) {
    JsonNode type = schema.path("type");
    return type.isArray()
        ? type.valueStream().anyMatch(one -> isOf(one.asString(), value))
        : isOf(type.asString(""), value);
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> true;
    };
  }

  private static boolean isListed(JsonNode allowed, JsonNode value) {
    return allowed.valueStream().anyMatch(value::equals);
  }

  private void require(boolean holds, String path, String otherwise) {
    if (!holds) {
      faults.add((path.isEmpty() ? "/" : path) + " " + otherwise);
    }
  }

  /** What a reference refers to; anything else is itself. */
  static JsonNode resolve(JsonNode api, JsonNode node) {
    return node.has("$ref") ? api.at(node.get("$ref").asString().substring(1)) : node;
  }
}
