package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CrewTest {

  private static final int WITH_A_PLACE = 32 + 2_048;
  private static final int UPLOADS = 8;

  private final Crew crew = new Crew();
  private final CountDownLatch redisIsBack = new CountDownLatch(1);
  private final AtomicInteger answered = new AtomicInteger();

  @AfterEach
  void close() {
    crew.close();
  }

  @Test
  void should_turn_away_what_it_cannot_keep_waiting_and_answer_all_the_rest() {
    for (int i = 0; i < WITH_A_PLACE; i++) {
      crew.request(this::answer);
    }

    requireRefusal(() -> crew.request(this::answer));
    redisIsBack.countDown();

    await().until(() -> answered.get() == WITH_A_PLACE);
    crew.request(this::answer);
    await().until(() -> answered.get() == WITH_A_PLACE + 1);
  }

  @Test
  void should_keep_no_upload_waiting_and_no_request_behind_uploads() {
    for (int i = 0; i < UPLOADS; i++) {
      crew.upload(this::answer);
    }

    requireRefusal(() -> crew.upload(this::answer));
    crew.request(answered::incrementAndGet);
    await().until(() -> answered.get() == 1);
    redisIsBack.countDown();

    await().until(() -> answered.get() == UPLOADS + 1);
  }

  private void answer() {
    try {
      redisIsBack.await();
      answered.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void requireRefusal(Runnable work) {
    HttpProblem problem = catchThrowableOfType(HttpProblem.class, work::run);
    assertThat(problem.status()).isEqualTo(429);
    assertThat(problem.answer().headers()).containsEntry("retry-after", "1");
  }
}
