package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Settlement.Failed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Something lies where an order is to be written, or its traces. */
class DamagedPlaceIT {

  private final TestStore store = new TestStore();
  private final Harm harm = new Harm(store);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_accept_no_order_of_a_batch_when_one_of_its_keys_is_damaged() {
    store.raw().rpush(store.keys().prefix() + "idem:broken", "not a string");

    harm.assertUnchanged(
        () ->
            store
                .intake()
                .submit(
                    List.of(
                        TestStore.submission("good", FINGERPRINT, Duration.ZERO),
                        TestStore.submission("broken", FINGERPRINT, Duration.ZERO))),
        "idem:broken has the wrong type");
  }

  @ParameterizedTest
  @CsvSource({
    "order:2, RENAME %1$sorder:2 stray:%1$sorder:2",
    "task:2-email, RENAME %1$stask:2-email stray:%1$stask:2-email",
    "next, HGET %1$scount accepted"
  })
  void should_accept_no_order_of_a_batch_when_something_lies_where_one_will(
      String name, String remedy) {
    harm.damage(name);

    harm.assertUnchanged(
        () ->
            store
                .intake()
                .submit(
                    List.of(
                        TestStore.submission("a", FINGERPRINT, Duration.ZERO),
                        TestStore.submission("b", FINGERPRINT, Duration.ZERO))),
        remedy.formatted(store.keys().prefix()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "count", "quarantine", "trail:1"})
  void should_go_on_working_when_only_a_side_note_is_damaged(String name) {
    harm.damage(name);
    store.order();
    store.raw().rpush(store.keys().pending("email"), "99-email");
    store.settle(store.fetch("w1", 2, "email").get(0), new Failed("no"));

    assertThat(store.standing().queue("email"))
        .isEqualTo("pending[] lease[] delayed[] dead[1-email] wake[]");
  }
}
