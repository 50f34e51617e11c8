package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailuresTest {

  @Test
  void should_take_errors_for_one_reason_that_differ_in_particulars_only() {
    assertThat(Failures.reason("carrier.example:8443 answered 503 after 1.25 s"))
        .isEqualTo(Failures.reason("carrier.example:9000 answered 502 after 30 s"))
        .isEqualTo("carrier.example:# answered # after # s");
    assertThat(Failures.reason("request 9f86d081884c7d65 was refused"))
        .isEqualTo("request # was refused");
  }

  @Test
  void should_keep_apart_what_fails_in_other_words() {
    assertThat(Failures.reason("connection refused"))
        .isNotEqualTo(Failures.reason("connection reset"));
  }

  @Test
  void should_bound_what_it_shows_and_bear_an_error_that_says_nothing() {
    assertThat(Failures.reason("x".repeat(5_000))).hasSizeLessThan(250);
    assertThat(Failures.reason(null)).isEmpty();
  }
}
