package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MonologueTest {

  @Test
  void should_hold_the_whole_conversation_with_nobody() {
    assertThatCode(Monologue::hold).doesNotThrowAnyException();
  }
}
