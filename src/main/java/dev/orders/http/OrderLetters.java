package dev.orders.http;

import dev.orders.app.Letters;
import dev.orders.app.Letters.Kind;
import dev.orders.app.Letters.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** {@code /orders/{id}/email}: what the customer is told, as data and as the page it looks like. */
final class OrderLetters {

  /** A letter has its style inside; so it may do nothing at all but look as it does. */
  private static final String CONFINED =
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

  private final Letters letters;

  OrderLetters(Letters letters) {
    this.letters = letters;
  }

  Answer show(Request request) {
    Sheet sheet = sheet(request);
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeStringProperty("from", sheet.from());
          json.writeStringProperty("to", sheet.to());
          json.writeStringProperty("subject", sheet.subject());
          json.writeStringProperty("date", sheet.date());
          json.writeStringProperty("text", sheet.text());
          json.writeEndObject();
        });
  }

  Answer page(Request request) {
    byte[] html = sheet(request).html().getBytes(StandardCharsets.UTF_8);
    return Answer.of(200, Media.HTML, html).with("content-security-policy", CONFINED);
  }

  private Sheet sheet(Request request) {
    Kind kind =
        request
            .query()
            .value("letter", "confirmation or notice", OrderLetters::kind)
            .orElse(Kind.CONFIRMATION);
    return letters.of(Orders.id(request), kind);
  }

  private static Optional<Kind> kind(String text) {
    return switch (text) {
      case "confirmation" -> Optional.of(Kind.CONFIRMATION);
      case "notice" -> Optional.of(Kind.NOTICE);
      default -> Optional.empty();
    };
  }
}
