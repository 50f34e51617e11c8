package dev.orders.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the paths of our messages as JSON pointers (RFC 6901). */
final class Pointer {

  private static final Pattern STEP = Pattern.compile("\\[([0-9]+)]|([^.\\[]+)");

  private Pointer() {}

  /** {@code /items/0/quantity} for {@code items[0].quantity}; the empty pointer for the whole. */
  static String of(String path) {
    StringBuilder pointer = new StringBuilder();
    Matcher matcher = STEP.matcher(path);
    while (matcher.find()) {
      String index = matcher.group(1);
      pointer.append('/').append(index == null ? escaped(matcher.group(2)) : index);
    }
    return pointer.toString();
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
