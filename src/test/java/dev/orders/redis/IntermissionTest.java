package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class IntermissionTest {

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @Test
  void should_wait_longer_each_time_up_to_a_second() throws InterruptedException {
    Intermission intermission = new Intermission(draws(1));
    for (int tries : new int[] {1, 2, 4, 5, 1_000}) {
      intermission.await(tries);
    }

    assertThat(asked).containsExactly("10-100", "10-200", "10-800", "10-1000", "10-1000");
  }

  @Test
  void should_wait_between_two_looks_as_long_as_asked_for() throws InterruptedException {
    new Intermission(draws(1)).await(5, 10);

    assertThat(asked).containsExactly("5-11");
  }

  @Test
  void should_end_at_once_for_all_who_wait() {
    Intermission intermission = new Intermission(draws(Long.MAX_VALUE));
    List<CompletableFuture<Void>> waiting = List.of(waiting(intermission), waiting(intermission));

    await()
        .until(
            () -> {
              intermission.end();
              return waiting.stream().allMatch(CompletableFuture::isDone);
            });
  }

  private static CompletableFuture<Void> waiting(Intermission intermission) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            intermission.await(1);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private RandomGenerator draws(long millis) {
    return new RandomGenerator() {
      @Override
      public long nextLong() {
        return millis;
      }

      @Override
      public long nextLong(long origin, long bound) {
        asked.add(origin + "-" + bound);
        return millis;
      }
    };
  }
}
