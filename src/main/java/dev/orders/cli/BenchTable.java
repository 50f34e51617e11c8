package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.bench.BenchJson;
import dev.orders.bench.BenchReport;
import dev.orders.bench.Spread;
import java.util.List;
import java.util.Locale;

/** How a bench's report is shown: a line a figure. */
final class BenchTable implements View<BenchReport> {

  private static final int WHOLE_FROM = 100;

  @Override
  public List<String> columns() {
    return List.of("BENCH", "MEDIAN", "LOWEST", "HIGHEST");
  }

  @Override
  public List<List<String>> rows(BenchReport report) {
    return report.figures().entrySet().stream()
        .map(
            figure ->
                row(
                    report.terms().kind().word() + ": " + figure.getKey().words(),
                    figure.getValue()))
        .toList();
  }

  private static List<String> row(String what, Spread spread) {
    return List.of(what, number(spread.median()), number(spread.low()), number(spread.high()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < WHOLE_FROM ? "%.2f" : "%,.0f", value);
  }

  @Override
  public List<String> ids(BenchReport report) {
    return List.of(report.terms().kind().word());
  }

  @Override
  public JsonForm<BenchReport> json() {
    return new BenchJson();
  }
}
