package dev.orders.shipping;

import static dev.orders.shipping.Shipments.attempt;
import static dev.orders.shipping.Shipments.shipment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orders.queue.PermanentFailureException;
import dev.orders.shipping.HttpCarrier.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What it sends, and what follows when no answer comes. */
@Timeout(60)
class HttpCarrierTest {

  private static final Timeouts PATIENT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(10));

  private final CarrierServer server = new CarrierServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void should_send_what_a_carrier_needs_and_nothing_else() throws Exception {
    server.answers(200, "{\"tracking_number\":\"TRK-9\"}");

    register();

    CarrierServer.Request request = server.requests.get(0);
    assertThat(request.method() + " " + request.target()).isEqualTo("POST /shipments");
    assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(JsonMapper.shared().readValue(request.body(), Object.class))
        .isEqualTo(
            Map.of(
                "order_id", 17,
                "recipient", "홍길동",
                "address", "테헤란로 123 서울시 강남구",
                "postal_code", "06234",
                "country", "KR",
                "phone", "010-1234-5678"));
  }

  @Test
  void should_send_the_same_idempotency_key_for_the_same_shipment() throws Exception {
    server.answers(200, "{\"tracking_number\":\"TRK-9\"}");
    HttpCarrier carrier = carrier("", null, PATIENT);

    carrier.register(shipment("17-shipping.abc"), attempt());
    carrier.register(shipment("17-shipping.abc"), attempt());

    assertThat(server.requests)
        .extracting(request -> request.headers().get("Idempotency-Key").toString())
        .containsExactly("[17-shipping.abc]", "[17-shipping.abc]");
  }

  @Test
  void should_send_a_token_in_place_of_the_user_in_the_url() throws Exception {
    server.answers(200, "{\"tracking_number\":\"TRK-9\"}");

    carrier("me:pw@", null, PATIENT).register(shipment("k"), attempt());
    carrier("me:pw@", "t0ken==", PATIENT).register(shipment("k"), attempt());

    assertThat(server.requests)
        .extracting(request -> request.headers().getFirst("Authorization"))
        .containsExactly("Basic bWU6cHc=", "Bearer t0ken==");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "se cret", "secret\n", "sécret"})
  void should_refuse_a_token_that_fits_no_header_without_repeating_it(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> carrier("", token, PATIENT))
        .withMessageNotContaining("cret");
  }

  @Test
  void should_be_tried_again_when_the_answer_breaks_off() {
    server.breaksOffAfter("{\"tracking_number\":\"TRK-9\"}");

    assertThatIOException()
        .isThrownBy(this::register)
        .withMessageEndingWith("the connection broke");
  }

  @Test
  void should_be_tried_again_when_nobody_listens() {
    server.close();

    assertThatIOException().isThrownBy(this::register).withMessageEndingWith("connection refused");
  }

  @Test
  void should_be_tried_again_when_the_host_is_unknown() {
    HttpCarrier carrier =
        new HttpCarrier(
            CarrierUrl.parse("http://carrier.invalid"), null, PATIENT, Clock.systemUTC());

    assertThatIOException()
        .isThrownBy(() -> carrier.register(shipment("k"), attempt()))
        .withMessageEndingWith("unknown host");
  }

  @Test
  void should_say_so_when_tls_fails() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      new Thread(new FutureTask<>(() -> answerInPlainText(plain))).start();
      CarrierUrl url = CarrierUrl.parse("https://127.0.0.1:" + plain.getLocalPort());

      assertThatIOException()
          .isThrownBy(
              () ->
                  new HttpCarrier(url, null, PATIENT, Clock.systemUTC())
                      .register(shipment("k"), attempt()))
          .withMessageEndingWith("TLS failed");
    }
  }

  private static boolean answerInPlainText(ServerSocket listener) throws IOException {
    try (Socket connection = listener.accept()) {
      connection.getOutputStream().write("HTTP/1.1 400 Speak up\r\n\r\n".getBytes(UTF_8));
      return connection.getInputStream().read() >= 0;
    }
  }

  @Test
  void should_keep_secrets_and_personal_data_out_of_messages() {
    HttpCarrier carrier =
        new HttpCarrier(
            CarrierUrl.parse("http://me:pw@" + server.authority() + "/secret?key=secret"),
            "secret",
            PATIENT,
            Clock.systemUTC());
    server.answers(422, "홍길동 does not live there");

    assertThatExceptionOfType(PermanentFailureException.class)
        .isThrownBy(() -> carrier.register(shipment("k"), attempt()))
        .withMessage("the carrier at http://" + server.authority() + " answered 422");
    assertThat(server.requests.get(0).target()).isEqualTo("/secret/shipments?key=secret");
  }

  private Registration register() throws Exception {
    return carrier("", null, PATIENT).register(shipment("k"), attempt());
  }

  private HttpCarrier carrier(String user, String token, Timeouts timeouts) {
    CarrierUrl url = CarrierUrl.parse("http://" + user + server.authority());
    return new HttpCarrier(url, token, timeouts, Clock.systemUTC());
  }
}
