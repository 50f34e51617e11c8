package dev.orders.order;

/**
 * Something wrong, or merely odd, in an input: where it stands and what it is.
 *
 * @param source the file as the user named it
 * @param line counted from 1
 * @param path the JSON path, such as {@code items[0].quantity}; empty when it is about the whole
 *     order or file
 * @param message what is wrong, in one line; long values in it are cut and control characters
 *     escaped
 */
public record Fault(String source, long line, String path, String message) {

  /** True when the text cannot be read as JSON at all, rather than being against a rule. */
  public boolean isMalformed() {
    return message.startsWith("is not JSON")
        || message.startsWith("is not UTF-8")
        || message.startsWith("holds no order");
  }

  /** The one-line form for a terminal: {@code big.ndjson:3: items[0].quantity: is missing}. */
  @Override
  public String toString() {
    String where = source + ":" + line + ": ";
    return path.isEmpty() ? where + message : where + path + ": " + message;
  }
}
