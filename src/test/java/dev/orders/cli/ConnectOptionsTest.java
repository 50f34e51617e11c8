package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectOptionsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://:secret@host",
        "redis://secret@host:6379/0",
        "rediss://user:sec/ret@host",
        "redis-sentinel://user:secret@a:1,b:2/0#main"
      })
  void should_see_a_password_in_any_redis_url(String url) {
    assertThat(ConnectOptions.holdsPassword(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis://host:6379/0", "redis://user:@host", "redis-sentinel://a:1,b:2"})
  void should_let_a_url_without_a_password_pass(String url) {
    assertThat(ConnectOptions.holdsPassword(url)).isFalse();
  }
}
