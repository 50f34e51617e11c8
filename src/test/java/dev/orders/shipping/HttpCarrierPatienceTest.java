package dev.orders.shipping;

import static dev.orders.shipping.Shipments.attempt;
import static dev.orders.shipping.Shipments.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.PermanentFailureException;
import dev.orders.shipping.HttpCarrier.Timeouts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long it waits for a carrier that stalls, and what ends the waiting. */
@Timeout(60)
class HttpCarrierPatienceTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final CarrierServer server = new CarrierServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void should_give_up_when_nothing_comes() {
    server.stalls();

    assertThatIOException()
        .isThrownBy(() -> carrier(server.authority(), SHORT).register(shipment("k"), attempt()))
        .withMessage(
            "the carrier at http://%s could not be asked: no complete answer within 200 ms",
            server.authority());
  }

  @Test
  void should_give_up_when_the_body_stalls_behind_the_headers() {
    server.stallsAfter(200, "{\"tracking_number\":");

    assertThatIOException()
        .isThrownBy(() -> carrier(server.authority(), SHORT).register(shipment("k"), attempt()))
        .withMessageEndingWith("no complete answer within 200 ms");
  }

  @Test
  void should_not_wait_for_the_body_of_a_refusal() {
    server.stallsAfter(422, "{\"error\":");

    assertThatThrownBy(() -> carrier(server.authority(), LONG).register(shipment("k"), attempt()))
        .isInstanceOf(PermanentFailureException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void should_end_the_wait_when_the_task_is_cancelled(boolean inTheBody) {
    if (inTheBody) {
      server.stallsAfter(200, "{");
    } else {
      server.stalls();
    }
    TestAttempt attempt = attempt();
    FutureTask<Registration> registering = registering(server.authority(), attempt);
    new Thread(registering).start();
    await().until(() -> !server.requests.isEmpty());

    attempt.cancel();

    assertThatThrownBy(registering::get).hasCauseInstanceOf(AttemptAbandonedException.class);
  }

  @Test
  void should_end_the_wait_when_the_worker_is_interrupted() {
    server.stalls();
    FutureTask<Registration> registering = registering(server.authority(), attempt());
    Thread worker = new Thread(registering);
    worker.start();
    await().until(() -> !server.requests.isEmpty());

    worker.interrupt();

    assertThatThrownBy(registering::get).hasCauseInstanceOf(InterruptedException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void should_close_the_connection_when_the_wait_ends(boolean byCancel) throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TestAttempt attempt = attempt();
      FutureTask<Registration> registering =
          registering("127.0.0.1:" + listener.getLocalPort(), attempt);
      Thread worker = new Thread(registering);
      worker.start();
      try (Socket connection = listener.accept()) {
        await().until(() -> connection.getInputStream().available() > 0);

        if (byCancel) {
          attempt.cancel();
        } else {
          worker.interrupt();
        }

        assertThat(isHungUp(connection)).isTrue();
      }
    }
  }

  private static boolean isHungUp(Socket connection) throws IOException {
    connection.setSoTimeout(5_000);
    try {
      connection.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  private static FutureTask<Registration> registering(String authority, TestAttempt attempt) {
    return new FutureTask<>(() -> carrier(authority, LONG).register(shipment("k"), attempt));
  }

  private static HttpCarrier carrier(String authority, Duration patience) {
    return new HttpCarrier(
        CarrierUrl.parse("http://" + authority),
        null,
        new Timeouts(patience, patience),
        Clock.systemUTC());
  }
}
