package dev.orders.order;

import tools.jackson.core.TokenStreamContext;

/** Writes JSON paths as messages show them: {@code [3].items[0].quantity}. */
final class JsonPath {

  private JsonPath() {}

  /** The path of a field; {@code parent} is empty for the document itself. */
  static String field(String parent, String name) {
    String visible = Quote.plain(name);
    return parent.isEmpty() ? visible : parent + "." + visible;
  }

  /** The path of an array's element, counted from 0. */
  static String element(String parent, int index) {
    return parent + "[" + index + "]";
  }

  /** The path of the place that a parser has reached. */
  static String of(String root, TokenStreamContext place) {
    TokenStreamContext parent = place.getParent();
    String path = parent == null ? root : of(root, parent);
    if (place.inArray()) {
      return element(path, place.getCurrentIndex());
    }
    String name = place.inObject() ? place.currentName() : null;
    return name == null ? path : field(path, name);
  }
}
