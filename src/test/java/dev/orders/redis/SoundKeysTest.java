package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundKeysTest {

  private static final String PREFIX = "orders:{1}:";
  private static final List<Object> EMAIL = task("email", "HASH");

  /** The second of three partitions: its orders are 4, 7, 10, … */
  private final SoundKeys sound =
      new SoundKeys(new OrderIds(1, 3, PREFIX), List.of("email", "invoice"));

  @ParameterizedTest
  @ValueSource(strings = {"order:7", "body:7", "task:7-email"})
  void should_know_what_was_seen_of_an_order(String name) {
    sound.add(order("7", "{}", 1L, List.of(EMAIL)));

    assertThat(sound.contains(PREFIX + name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "order:4",
        "order:07",
        "order:8",
        "order:",
        "order:7x",
        "order",
        "body:10",
        "task:7-invoice",
        "task:7-",
        "task:7",
        "task:4-email",
        "task:07-email",
        "task:7-status-1",
        "trail:7",
        "idem:7"
      })
  void should_not_know_what_was_not_seen(String name) {
    sound.add(order("7", "{}", 1L, List.of(EMAIL, task("status-1", "HASH"))));

    assertThat(sound.contains(PREFIX + name)).isFalse();
  }

  @Test
  void should_not_know_an_order_that_would_expire() {
    sound.add(order("7", "{}", 0L, List.of(EMAIL)));

    assertThat(sound.contains(PREFIX + "order:7")).isFalse();
  }

  @Test
  void should_not_know_what_is_something_else() {
    sound.add(order("7", 0L, 1L, List.of(task("email", "OTHER"), task("invoice", "NONE"))));

    assertThat(sound.contains(PREFIX + "order:7")).isTrue();
    assertThat(sound.contains(PREFIX + "body:7")).isFalse();
    assertThat(sound.contains(PREFIX + "task:7-email")).isFalse();
    assertThat(sound.contains(PREFIX + "task:7-invoice")).isFalse();
  }

  @Test
  void should_not_know_anything_of_an_order_that_cannot_be_read() {
    sound.add(OrderPicture.of(List.of("7", "OTHER")));

    assertThat(sound.contains(PREFIX + "order:7")).isFalse();
  }

  private static List<Object> task(String name, String word) {
    return Arrays.asList(name, word, null, null, null, null, null, null, 1L);
  }

  private static OrderPicture order(String id, Object body, long stays, List<List<Object>> tasks) {
    List<Object> raw = new ArrayList<>(Arrays.asList(id, "HASH", null, null, null, null, null));
    raw.addAll(Arrays.asList(body, null, 0L, stays));
    tasks.forEach(raw::addAll);
    return OrderPicture.of(raw);
  }
}
