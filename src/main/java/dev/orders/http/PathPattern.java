package dev.orders.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a path, such as {@code /orders/{id}}; a variable part is one segment.
 *
 * @param text the form in writing
 * @param segments its parts
 */
record PathPattern(String text, List<String> segments) {

  static PathPattern of(String text) {
    return new PathPattern(text, segments(text));
  }

  /** The variable parts of a path by their names; empty when the path has another form. */
  Optional<Map<String, String>> match(List<String> parts) {
    if (parts.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < parts.size(); i++) {
      String form = segments.get(i);
      if (form.startsWith("{")) {
        variables.put(form.substring(1, form.length() - 1), parts.get(i));
      } else if (!form.equals(parts.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  /** The parts of a path; a slash at the end means nothing. */
  static List<String> segments(String path) {
    String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return List.of(inner.split("/", -1));
  }
}
