package dev.orders.order;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two pieces of JSON differ. */
final class JsonDifferences {

  private final List<String> paths = new ArrayList<>();

  private JsonDifferences() {}

  static List<String> between(JsonValue a, JsonValue b) {
    JsonDifferences differences = new JsonDifferences();
    differences.compare("", a, b);
    return differences.paths;
  }

  private void compare(String path, @Nullable JsonValue a, @Nullable JsonValue b) {
    if (a instanceof JsonValue.Fields left && b instanceof JsonValue.Fields right) {
      compareFields(path, left.values(), right.values());
    } else if (a instanceof JsonValue.Elements left && b instanceof JsonValue.Elements right) {
      compareElements(path, left.values(), right.values());
    } else if (a == null || !a.equals(b)) {
      paths.add(path);
    }
  }

  private void compareFields(String path, Map<String, JsonValue> a, Map<String, JsonValue> b) {
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    names.forEach(name -> compare(JsonPath.field(path, name), a.get(name), b.get(name)));
  }

  private void compareElements(String path, List<JsonValue> a, List<JsonValue> b) {
    for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
      JsonValue left = i < a.size() ? a.get(i) : null;
      JsonValue right = i < b.size() ? b.get(i) : null;
      compare(JsonPath.element(path, i), left, right);
    }
  }
}
