package dev.orders.shipping;

import static dev.orders.shipping.Shipments.attempt;
import static dev.orders.shipping.Shipments.shipment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.shipping.LocalCarrier.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LocalCarrierTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Duration AN_HOUR = Duration.ofHours(1);

  @Test
  void should_give_the_same_shipment_the_same_number() throws Exception {
    String first = carrier(0).register(shipment("17-shipping.a"), attempt()).trackingNumber();
    String again = carrier(0).register(shipment("17-shipping.a"), attempt()).trackingNumber();
    String other = carrier(0).register(shipment("17-shipping.b"), attempt()).trackingNumber();

    assertThat(first).isEqualTo(again).isNotEqualTo(other).matches("TRK[0-9A-F]{16}");
  }

  @Test
  void should_estimate_delivery_from_the_day_of_the_order_in_the_zone_of_the_shop()
      throws Exception {
    Registration registration = carrier(0).register(shipment("k"), attempt());

    assertThat(registration.estimatedDelivery()).isEqualTo(LocalDate.of(2026, 3, 18));
  }

  @Test
  void should_never_fail_at_rate_0() {
    assertThat(failuresOf(carrier(0), 1_000)).isZero();
  }

  @Test
  void should_always_fail_at_rate_1() {
    assertThat(failuresOf(carrier(1), 1_000)).isEqualTo(1_000);
  }

  @Test
  void should_fail_as_often_as_asked_and_the_same_way_for_the_same_seed() {
    long failures = failuresOf(carrier(0.3), 1_000);

    assertThat(failures).isBetween(250L, 350L).isEqualTo(failuresOf(carrier(0.3), 1_000));
  }

  @Test
  void should_end_the_delay_when_the_task_is_cancelled() throws Exception {
    TestAttempt attempt = attempt();
    FutureTask<Registration> registering = registering(attempt);
    Thread worker = started(registering);

    attempt.cancel();

    assertThatThrownBy(registering::get).hasCauseInstanceOf(AttemptAbandonedException.class);
    worker.join();
  }

  @Test
  void should_end_the_delay_when_the_worker_is_interrupted() throws Exception {
    FutureTask<Registration> registering = registering(attempt());
    Thread worker = started(registering);

    worker.interrupt();

    assertThatThrownBy(registering::get).hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void should_take_its_time_before_it_answers() throws Exception {
    LocalCarrier slow =
        new LocalCarrier(new Trouble(0, Duration.ofMillis(30)), new Random(7), SEOUL);
    long start = System.nanoTime();

    slow.register(shipment("k"), attempt());

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(30));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void should_refuse_a_failure_rate_that_is_no_share(double rate) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Trouble(rate, Duration.ZERO));
  }

  @Test
  void should_refuse_a_negative_delay() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Trouble(0, AN_HOUR.negated()));
  }

  private static LocalCarrier carrier(double failureRate) {
    return new LocalCarrier(new Trouble(failureRate, Duration.ZERO), new Random(7), SEOUL);
  }

  private static FutureTask<Registration> registering(TestAttempt attempt) {
    LocalCarrier slow = new LocalCarrier(new Trouble(0, AN_HOUR), new Random(7), SEOUL);
    return new FutureTask<>(() -> slow.register(shipment("k"), attempt));
  }

  private static Thread started(FutureTask<Registration> registering) {
    Thread worker = new Thread(registering);
    worker.start();
    await().until(() -> worker.getState() == Thread.State.TIMED_WAITING);
    return worker;
  }

  private static long failuresOf(LocalCarrier carrier, int shipments) {
    return IntStream.range(0, shipments).filter(i -> fails(carrier, "key-" + i)).count();
  }

  private static boolean fails(LocalCarrier carrier, String key) {
    try {
      carrier.register(shipment(key), attempt());
      return false;
    } catch (IOException e) {
      return true;
    } catch (AttemptAbandonedException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
