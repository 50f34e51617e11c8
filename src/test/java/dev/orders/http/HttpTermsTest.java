package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.app.ProblemException;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTermsTest {

  private static final Settings WITHOUT_TOKEN = settings(Map.of());

  private static Settings settings(Map<String, String> environment) {
    return new Settings(Variables.of(environment, Path.of("target")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void should_want_a_token_where_other_machines_can_call(String host) {
    assertThatThrownBy(() -> HttpTerms.of(WITHOUT_TOKEN, host, 0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(host)
        .hasMessageContaining("ORDERS_HTTP_TOKEN");
    Settings guarded = settings(Map.of("ORDERS_HTTP_TOKEN", "full-token-0123456789"));
    assertThat(HttpTerms.of(guarded, host, 0).tokens().areNone()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
  void should_want_none_on_this_machine(String host) {
    assertThat(HttpTerms.of(WITHOUT_TOKEN, host, 0).tokens().areNone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ORDERS_HTTP_TOKEN", "ORDERS_HTTP_READ_TOKEN"})
  void should_refuse_a_token_that_can_be_guessed_without_telling_it(String variable) {
    assertThatThrownBy(() -> HttpTerms.of(settings(Map.of(variable, "hunter2")), "127.0.0.1", 0))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining(variable)
        .hasMessageContaining("at least 16")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void should_know_how_far_ports_go() {
    assertThatThrownBy(() -> HttpTerms.of(WITHOUT_TOKEN, "127.0.0.1", 65_536))
        .hasMessageContaining("from 0 to 65535");
  }
}
