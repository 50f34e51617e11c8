package dev.orders.bench;

import dev.orders.app.JsonForm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.core.JsonGenerator;

/** A bench's report as JSON: each figure's median, beside it its lowest and its highest. */
public final class BenchJson implements JsonForm<BenchReport> {

  @Override
  public void write(JsonGenerator json, BenchReport report) {
    json.writeStartObject();
    json.writeStringProperty("bench", report.terms().kind().word());
    json.writeNumberProperty("orders", report.terms().count());
    json.writeNumberProperty("repetitions", report.terms().repeat());
    json.writeStringProperty("redis", report.redis());
    json.writeStringProperty("persistence", report.persistence());
    json.writeNumberProperty("processors", Runtime.getRuntime().availableProcessors());
    report
        .figures()
        .forEach(
            (figure, spread) -> {
              json.writeNumberProperty(figure.field(), rounded(spread.median()));
              json.writeNumberProperty(figure.field() + "_low", rounded(spread.low()));
              json.writeNumberProperty(figure.field() + "_high", rounded(spread.high()));
            });
    json.writeEndObject();
  }

  private static BigDecimal rounded(double value) {
    int decimals = value < 1_000 ? 3 : 0;
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
  }
}
