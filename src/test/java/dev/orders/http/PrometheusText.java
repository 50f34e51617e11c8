package dev.orders.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Prometheus' text format 0.0.4, and takes nothing that its description does not allow: each
 * metric has its help and type before its samples, which stand together; no series comes twice; a
 * histogram's buckets only grow, up to its count.
 */
final class PrometheusText {

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") [^\n]+");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{(" + LABEL + "(?:," + LABEL + ")*)})? (\\S+)");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|Inf)|NaN");

  private final Map<String, Double> series = new LinkedHashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, Double> buckets = new HashMap<>();
  private final Set<String> helped = new HashSet<>();
  private final List<String> metrics = new ArrayList<>();

  private PrometheusText() {}

  /** The values by series, such as {@code orders_workers} or {@code x{a="b"}}. */
  static Map<String, Double> parse(String text) {
    require(text.endsWith("\n"), "the last line does not end");
    PrometheusText parsed = new PrometheusText();
    text.lines().forEach(parsed::line);
    return parsed.series;
  }

  private void line(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    if (help.matches()) {
      require(helped.add(help.group(1)), "a second help: " + line);
    } else if (type.matches()) {
      require(types.put(type.group(1), type.group(2)) == null, "a second type: " + line);
      require(!metrics.contains(type.group(1)), "a type after samples: " + line);
      metrics.add(type.group(1));
    } else {
      sample(line);
    }
  }

  private void sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    require(sample.matches(), "neither help, type nor sample: " + line);
    String name = sample.group(1);
    String labels = sample.group(2) == null ? "" : "{" + sample.group(2) + "}";
    String value = sample.group(3);
    require(NUMBER.matcher(value).matches(), "no number: " + line);
    require(series.put(name + labels, number(value)) == null, "a series twice: " + line);
    requireMetric(name, number(value), line);
    requireHistogram(name, labels, number(value), line);
  }

  private void requireMetric(String name, double value, String line) {
    String current = metrics.isEmpty() ? "" : metrics.get(metrics.size() - 1);
    boolean isPart = name.matches(Pattern.quote(current) + "_(sum|count)");
    boolean isBucket = name.equals(current + "_bucket");
    String type = types.getOrDefault(current, "");
    require(
        switch (type) {
          case "summary" -> isPart;
          case "histogram" -> isPart || isBucket;
          default -> name.equals(current);
        },
        "apart from its metric: " + line);
    require(helped.contains(current), "without help: " + line);
    if (type.equals("counter")) {
      require(name.endsWith("_total") && value >= 0, "no counter: " + line);
    }
  }

  /** Buckets come in the order of their bounds, before their count. */
  private void requireHistogram(String name, String labels, double value, String line) {
    String histogram = name.replaceFirst("_(bucket|count)$", "");
    String others = labels.replaceFirst(",?le=\"[^\"]*\"", "").replace("{}", "");
    Double before = buckets.get(histogram + others);
    if (name.endsWith("_bucket")) {
      require(before == null || before <= value, "fewer than in the bucket before: " + line);
      buckets.put(histogram + others, value);
    } else if (name.endsWith("_count") && "histogram".equals(types.get(histogram))) {
      Double all =
          series.get(
              histogram
                  + "_bucket"
                  + labels.replace("}", "")
                  + (labels.isEmpty() ? "{" : ",")
                  + "le=\"+Inf\"}");
      require(all != null && all == value, "another count than in all buckets: " + line);
    }
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace("Inf", "Infinity"));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
