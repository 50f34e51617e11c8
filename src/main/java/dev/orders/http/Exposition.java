package dev.orders.http;

/** Metrics in Prometheus' text format, version 0.0.4. */
final class Exposition {

  private final StringBuilder text = new StringBuilder();
  private String name = "";

  /** Begins a value that goes up and down. */
  Exposition gauge(String metric, String help) {
    return begin(metric, help, "gauge");
  }

  /** Begins a value that only goes up. */
  Exposition counter(String metric, String help) {
    return begin(metric, help, "counter");
  }

  /** Begins a value of which the sum and the count are kept. */
  Exposition summary(String metric, String help) {
    return begin(metric, help, "summary");
  }

  /** Begins a value of which is counted how often it was up to which limit. */
  Exposition histogram(String metric, String help) {
    return begin(metric, help, "histogram");
  }

  private Exposition begin(String metric, String help, String type) {
    name = metric;
    text.append("# HELP ").append(metric).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(metric).append(' ').append(type).append('\n');
    return this;
  }

  /**
   * Adds a value of the metric that was begun.
   *
   * @param labels names and values in turn
   */
  Exposition sample(long value, String... labels) {
    return line(name, Long.toString(value), labels);
  }

  /** As with a whole number. */
  Exposition sample(double value, String... labels) {
    return line(name, Double.toString(value), labels);
  }

  /** Adds a sum and a count of the summary that was begun. */
  Exposition sums(double sum, long count, String... labels) {
    line(name + "_sum", Double.toString(sum), labels);
    return line(name + "_count", Long.toString(count), labels);
  }

  /** Adds how many values were up to a limit; the last one's is {@code +Inf}. */
  Exposition bucket(String limit, long count, String label, String value) {
    return line(name + "_bucket", Long.toString(count), label, value, "le", limit);
  }

  private Exposition line(String series, String value, String... labels) {
    text.append(series);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      text.append(escaped(labels[i + 1])).append('"');
    }
    text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
    return this;
  }

  /** Adds metrics that were written apart. */
  Exposition add(Exposition others) {
    text.append(others.text);
    return this;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
