package dev.orders.email;

import dev.orders.queue.Delivery;
import dev.orders.queue.Delivery.Effect;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskType;
import jakarta.mail.internet.AddressException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Orders, deliveries and letters for the tests of this package. */
final class Samples {

  static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  static final Instant CREATED = Instant.parse("2026-03-05T23:30:15.123Z");
  static final MailSettings KOREAN =
      new MailSettings("한빛 상점 <orders@shop.example>", Locale.KOREA, SEOUL);
  static final MailSettings ENGLISH =
      new MailSettings("orders@shop.example", Locale.ENGLISH, SEOUL);

  private Samples() {}

  static String body() {
    return bodyFor("김민수", "kim.minsu@mail.example");
  }

  /** An order whose customer, product and recipient have this name, given as it stands in JSON. */
  static String bodyFor(String jsonName, String address) {
    return """
    {"customer_email": "%s", "customer_name": "%s",
     "items": [
      {"product_id": 1, "product_name": "노트북 %s", "quantity": 1,
       "unit_price": 1500000, "total_price": 1500000},
      {"product_id": 2, "product_name": "USB-C <cable> & co", "quantity": 1200,
       "unit_price": 10, "total_price": 12000}],
     "adjustments": [{"label": "봄맞이 할인", "amount": -50000},
                     {"label": "배송비", "amount": 3000}],
     "shipping_address": {"name": "%s", "street": "테헤란로 123", "city": "서울시 강남구",
      "postal_code": "06234", "country": "대한민국", "phone": "010-1234-5678"},
     "total_amount": 1465000, "currency": "KRW"}
    """
        .formatted(address, jsonName, jsonName, jsonName);
  }

  static Delivery delivery(TaskType type, String body, @Nullable String trackingNumber) {
    return new Delivery(
        new TaskId(17, type.name()),
        type.queue(),
        1,
        0,
        Effect.NONE,
        null,
        new Delivery.Source("instance", CREATED, trackingNumber, body));
  }

  static RecordedAttempt attempt(boolean effectDone) {
    return attempt(effectDone ? Effect.DONE : Effect.NONE);
  }

  static RecordedAttempt attempt(Effect effect) {
    return new RecordedAttempt(
        new Delivery(
            new TaskId(17, "email"),
            "email",
            1,
            0,
            effect,
            null,
            new Delivery.Source("instance", CREATED, null, body())));
  }

  /** A letter that no order stands behind. */
  static Letter letter() throws AddressException {
    return new Letter(
        "17-email.0123456789ab",
        Addresses.of("orders@shop.example", "한빛 상점"),
        Addresses.of("kim.minsu@mail.example", "김민수"),
        ZonedDateTime.ofInstant(CREATED, SEOUL),
        "김민수님, 주문이 접수되었습니다",
        new Letter.Body("안녕하세요.\n\n.\nDot\n", "<p>안녕하세요.</p>\n"));
  }
}
