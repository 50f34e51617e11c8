package dev.orders.shipping;

import static dev.orders.shipping.Shipments.attempt;
import static dev.orders.shipping.Shipments.repeatedAttempt;
import static dev.orders.shipping.Shipments.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.orders.queue.Attempt;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.RetryLaterException;
import dev.orders.shipping.HttpCarrier.Timeouts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from each answer of a carrier. */
@Timeout(60)
class HttpAnswerTest {

  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-14T16:30:00Z"), ZoneOffset.UTC);

  private final CarrierServer server = new CarrierServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void should_bring_the_tracking_number_and_the_delivery_date() throws Exception {
    server.answers(
        201,
        """
        {"id": 7, "more": {"tracking_number": ["no"]}, "tracking_number": "TRK-9", "estimated_delivery": "2026-03-18"}
        """);

    assertThat(register()).isEqualTo(new Registration("TRK-9", LocalDate.of(2026, 3, 18)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"estimated_delivery\":\"soon\"", ",\"estimated_delivery\":{}"})
  void should_do_without_a_delivery_date(String more) throws Exception {
    server.answers(200, "{\"tracking_number\":\"TRK-9\"" + more + "}");

    assertThat(register()).isEqualTo(new Registration("TRK-9", null));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 405, 409, 422, 499, 304})
  void should_be_final_when_the_carrier_refuses(int status) {
    server.answers(status, "");

    assertThatExceptionOfType(PermanentFailureException.class)
        .isThrownBy(this::register)
        .withMessageStartingWith(
            "the carrier at http://" + server.authority() + " answered " + status);
  }

  @Test
  void should_not_follow_a_redirect() {
    server.answersWithHeader(307, "Location", "http://" + server.authority() + "/elsewhere");

    assertThatExceptionOfType(PermanentFailureException.class)
        .isThrownBy(this::register)
        .withMessageContaining("redirects are not followed");
    assertThat(server.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504, 599})
  void should_be_tried_again_when_the_carrier_is_in_trouble(int status) {
    server.answers(status, "");

    assertThatIOException().isThrownBy(this::register).withMessageEndingWith(" answered " + status);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 503})
  void should_be_tried_again_when_the_carrier_says(int status) {
    server.answersWithHeader(status, "Retry-After", "90");

    assertThatExceptionOfType(RetryLaterException.class)
        .isThrownBy(this::register)
        .satisfies(later -> assertThat(later.delay()).isEqualTo(Duration.ofSeconds(90)));
  }

  @Test
  void should_understand_a_date_to_come_back() {
    server.answersWithHeader(503, "Retry-After", "Sat, 14 Mar 2026 16:31:00 GMT");

    assertThatExceptionOfType(RetryLaterException.class)
        .isThrownBy(this::register)
        .satisfies(later -> assertThat(later.delay()).isEqualTo(Duration.ofMinutes(1)));
  }

  @Test
  void should_stay_final_whatever_a_refusal_says_about_later() {
    server.answersWithHeader(409, "Retry-After", "90");

    assertThatExceptionOfType(PermanentFailureException.class).isThrownBy(this::register);
  }

  @Test
  void should_be_tried_again_when_a_repeated_request_may_have_met_the_first_one() {
    server.answers(409, "");

    assertThatIOException()
        .isThrownBy(() -> register(repeatedAttempt()))
        .withMessageEndingWith(" answered 409");
  }

  @Test
  void should_be_tried_again_when_the_first_request_wants_its_time() {
    server.answersWithHeader(409, "Retry-After", "90");

    assertThatExceptionOfType(RetryLaterException.class)
        .isThrownBy(() -> register(repeatedAttempt()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Please log in</html>",
        "[]",
        "\"TRK-9\"",
        "{}",
        "{\"tracking_number\":\"TRK-9\"",
        "{\"tracking_number\":\"TRK-9\"} trailing",
        "{\"tracking_number\":\"TRK-9\",\"tracking_number\":\"TRK-8\"}",
        "{\"tracking_number\":null}",
        "{\"tracking_number\":17}",
        "{\"tracking_number\":\"\"}",
        "{\"tracking_number\":\"TRK 9\"}",
        "{\"tracking_number\":\"TRK\\u001b[31m\"}",
        "{\"tracking_number\":\"TRK-9\\n\"}",
        "{\"tracking_number\":\"추적번호\"}",
        "{\"tracking_number\":\"12345678901234567890123456789012345678901234567890123456789012345\"}"
      })
  void should_be_tried_again_when_a_success_brings_no_usable_number(String body) {
    server.answers(200, body);

    assertThatIOException()
        .isThrownBy(this::register)
        .withMessageContaining("answered 200, but not usably: ")
        .withMessageNotContaining("TRK");
  }

  @Test
  void should_hang_up_on_a_huge_answer() {
    server.answers(
        200, "{\"filler\":\"" + "x".repeat(5_000_000) + "\",\"tracking_number\":\"TRK-9\"}");

    assertThatIOException()
        .isThrownBy(this::register)
        .withMessageEndingWith("more than 65536 bytes");
  }

  @Test
  void should_read_an_answer_that_just_fits() throws Exception {
    String body = "{\"filler\":\"%s\",\"tracking_number\":\"TRK-9\"}";
    server.answers(200, body.formatted("x".repeat(ShipmentJson.MAX_ANSWER - body.length() + 2)));

    assertThat(register().trackingNumber()).isEqualTo("TRK-9");
  }

  @Test
  void should_be_tried_again_when_the_answer_is_nested_too_deeply() {
    server.answers(
        200, "{\"a\":" + "[".repeat(40) + "]".repeat(40) + ",\"tracking_number\":\"TRK-9\"}");

    assertThatIOException().isThrownBy(this::register).withMessageEndingWith("malformed JSON");
  }

  private Registration register() throws Exception {
    return register(attempt());
  }

  private Registration register(Attempt attempt) throws Exception {
    CarrierUrl url = CarrierUrl.parse("http://" + server.authority());
    return new HttpCarrier(url, null, PATIENT, CLOCK).register(shipment("k"), attempt);
  }
}
