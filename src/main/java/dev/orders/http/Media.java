package dev.orders.http;

import java.util.Locale;
import java.util.Optional;

/** The kinds of content that are spoken here. */
enum Media {
  JSON("application/json"),
  /** A JSON document a line. */
  LINES("application/x-ndjson"),
  PROBLEM("application/problem+json"),
  EVENTS("text/event-stream"),
  METRICS("text/plain; version=0.0.4; charset=utf-8"),
  PDF("application/pdf"),
  HTML("text/html; charset=utf-8"),
  SCRIPT("text/javascript; charset=utf-8"),
  STYLE("text/css; charset=utf-8"),
  IMAGE("image/svg+xml");

  private final String type;

  Media(String type) {
    this.type = type;
  }

  /** As a {@code Content-Type} says it. */
  String type() {
    return type;
  }

  /** Reads a {@code Content-Type} that a client may send; empty for any other. */
  static Optional<Media> accepted(String contentType) {
    return switch (contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
      case "application/json" -> Optional.of(JSON);
      case "application/x-ndjson" -> Optional.of(LINES);
      default -> Optional.empty();
    };
  }
}
