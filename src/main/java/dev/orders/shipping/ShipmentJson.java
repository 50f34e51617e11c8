package dev.orders.shipping;

import dev.orders.order.ShippingAddress;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** What goes over the wire to a carrier and back: a shipment out, a registration in. */
final class ShipmentJson {

  /** The longest answer that is read, in bytes. */
  static final int MAX_ANSWER = 64 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(MAX_ANSWER)
                  .maxNumberLength(64)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private ShipmentJson() {}

  /** Writes a shipment as one UTF-8 object. */
  static byte[] write(Shipment shipment) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ShippingAddress to = shipment.destination();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("order_id", shipment.orderId());
      json.writeStringProperty("recipient", to.name());
      json.writeStringProperty("address", to.streetAndCity());
      json.writeStringProperty("postal_code", to.postalCode());
      json.writeStringProperty("country", to.country());
      json.writeStringProperty("phone", to.phone());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a registration: an object with {@code tracking_number} and perhaps {@code
   * estimated_delivery}, an ISO date that is passed over when it is none. Further fields are
   * ignored.
   *
   * @throws IllegalArgumentException when there is no usable tracking number; the message repeats
   *     nothing of the answer
   */
  static Registration read(byte[] answer) {
    if (answer.length > MAX_ANSWER) {
      throw new IllegalArgumentException("more than " + MAX_ANSWER + " bytes");
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), answer)) {
      return registrationIn(json);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("malformed JSON", e);
    }
  }

  private static Registration registrationIn(JsonParser json) {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new IllegalArgumentException("no JSON object");
    }
    String trackingNumber = null;
    String estimatedDelivery = null;
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      switch (name) {
        case "tracking_number" -> trackingNumber = nextText(json);
        case "estimated_delivery" -> estimatedDelivery = nextText(json);
        default -> skipValue(json);
      }
    }
    requireEnd(json);
    return registration(trackingNumber, estimatedDelivery);
  }

  /** The next value when it is a string, else null. */
  private static @Nullable String nextText(JsonParser json) {
    boolean isText = json.nextToken() == JsonToken.VALUE_STRING;
    json.skipChildren();
    return isText ? json.getString() : null;
  }

  private static void skipValue(JsonParser json) {
    json.nextToken();
    json.skipChildren();
  }

  private static void requireEnd(JsonParser json) {
    if (json.nextToken() != null) {
      throw new IllegalArgumentException("something behind the JSON object");
    }
  }

  private static Registration registration(
      @Nullable String trackingNumber, @Nullable String estimatedDelivery) {
    if (trackingNumber == null) {
      throw new IllegalArgumentException("no tracking number");
    }
    return new Registration(trackingNumber, dateIn(estimatedDelivery));
  }

  private static @Nullable LocalDate dateIn(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
