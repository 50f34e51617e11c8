package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line on which a worker waits and reads itself. */
class WaitingLineIT {

  private static final Duration SECONDS = Duration.ofSeconds(5);

  private final WaitingLine line = WaitingLine.plain(RedisURI.create(TestRedis.url()));

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void should_bring_an_answer_to_who_asks() throws Exception {
    assertThat(line.awaiting().await(line.commands().ping(), SECONDS)).isEqualTo("PONG");
  }

  @Test
  void should_tell_an_interrupt_that_met_the_sending() {
    Thread.currentThread().interrupt();
    RedisFuture<String> answer = line.commands().ping();

    assertThatThrownBy(() -> line.awaiting().await(answer, SECONDS))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void should_tell_an_interrupt_that_met_the_waiting() {
    RedisFuture<?> answer = line.commands().bzpopmin(5, "nothing:" + TestRedis.namespace());
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> line.awaiting().await(answer, SECONDS))
        .isInstanceOf(InterruptedException.class);
  }
}
