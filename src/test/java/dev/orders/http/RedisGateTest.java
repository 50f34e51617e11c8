package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether a gate is open shows in what a second request gets while a first one is under way. */
class RedisGateTest {

  private final HttpProblem refusal =
      new HttpProblem(HttpResponseStatus.NOT_FOUND, "there is no order 17");

  private boolean isAway = true;
  private final RedisGate gate = new RedisGate(this::ask);

  private void ask() {
    if (isAway) {
      throw new BrokerException(Reason.UNREACHABLE, "away", null);
    }
  }

  @BeforeEach
  void shut() {
    assertThatThrownBy(() -> gate.pass(this::request)).isInstanceOf(BrokerException.class);
  }

  private String request() {
    ask();
    return "done";
  }

  @Test
  void should_let_one_at_a_time_try_while_redis_is_away() {
    assertThat(isOpen()).isFalse();
  }

  @Test
  void should_open_after_a_success() {
    isAway = false;
    gate.pass(this::request);

    assertThat(isOpen()).isTrue();
  }

  @Test
  void should_open_after_a_refusal_when_redis_is_back() {
    isAway = false;
    refuse();

    assertThat(isOpen()).isTrue();
  }

  @Test
  void should_stay_shut_after_a_refusal_that_redis_was_not_asked_for() {
    refuse();

    assertThat(isOpen()).isFalse();
  }

  private void refuse() {
    RedisGate.Work<String, HttpProblem> refused =
        () -> {
          throw refusal;
        };
    assertThatThrownBy(() -> gate.pass(refused)).isSameAs(refusal);
  }

  private boolean isOpen() {
    RedisGate.Work<Boolean, RuntimeException> first =
        () -> {
          try {
            return gate.pass(() -> true);
          } catch (BrokerException e) {
            return false;
          }
        };
    return gate.pass(first);
  }
}
