package dev.orders.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What describes this server: who it is, what it can, and the page that shows that. */
final class Documents {

  private static final List<String> LINKS =
      List.of("orders", "queues", "workers", "history", "events", "docs", "metrics");

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
          json.writeObjectPropertyStart("links");
          LINKS.forEach(link -> json.writeStringProperty(link, "/" + link));
          json.writeStringProperty("openapi", "/openapi.json");
          json.writeStringProperty("ready", "/health/ready");
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  /** A file that was built in. */
  static Endpoint file(String name, Media media) {
    Answer answer = Answer.of(200, media, bytes(name)).with("cache-control", "no-cache");
    return request -> answer;
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Documents.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
