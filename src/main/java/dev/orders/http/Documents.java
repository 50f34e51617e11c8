package dev.orders.http;

import java.util.List;
import java.util.Locale;

/** What describes this server: who it is, what it can, and the page that shows that. */
final class Documents {

  private static final List<String> LINKS =
      List.of("monitor", "orders", "queues", "workers", "history", "events", "docs", "metrics");

  private final String version;

  Documents() {
    String built = Documents.class.getPackage().getImplementationVersion();
    this.version = built == null ? "development" : built;
  }

  Answer index(Request request) {
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("name", "orders");
          json.writeStringProperty("version", version);
          json.writeStringProperty("access", request.access().name().toLowerCase(Locale.ROOT));
          json.writeObjectPropertyStart("links");
          LINKS.forEach(link -> json.writeStringProperty(link, "/" + link));
          json.writeStringProperty("openapi", "/openapi.json");
          json.writeStringProperty("ready", "/health/ready");
          json.writeEndObject();
          json.writeEndObject();
        });
  }
}
