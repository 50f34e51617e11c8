package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailRuleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minji@example.com",
        "a@b.co",
        "first.last+tag@sub.example.co.kr",
        "o'brien_{x}|~!#$%&*-/=?^`@example.com",
        "x@xn--3e0b707e.example",
        "123@1.example",
      })
  void should_take_an_address(String text) {
    assertThat(EmailRule.ADDRESS.faultIn(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "a@",
        "@example.com",
        "a@b@example.com",
        "Kim <a@example.com>",
        "a@example.com,b@example.com",
        "a@example.com\r\nBcc: b@example.com",
        " a@example.com",
        "a@example.com ",
        "a b@example.com",
        "\"a\"@example.com",
        ".a@example.com",
        "a.@example.com",
        "a..b@example.com",
        "a@example",
        "a@localhost",
        "a@.example.com",
        "a@example.com.",
        "a@exa..mple.com",
        "a@-example.com",
        "a@example-.com",
        "a@exam_ple.com",
        "a@127.0.0.1",
        "a@[127.0.0.1]",
        "김@example.com",
        "a@예시.com",
        "a\u0000@example.com",
      })
  void should_refuse_what_is_not_one_address(String text) {
    assertThat(EmailRule.ADDRESS.faultIn(text)).startsWith("is not an e-mail address: ");
  }

  @Test
  void should_keep_to_the_lengths_of_the_rfc() {
    String label = "d".repeat(63);
    String domain = label + "." + label + "." + "e".repeat(62);

    assertThat(EmailRule.ADDRESS.faultIn("a".repeat(64) + "@example.com")).isNull();
    assertThat(EmailRule.ADDRESS.faultIn("a".repeat(65) + "@example.com")).isNotNull();
    assertThat(EmailRule.ADDRESS.faultIn("a@" + label + "d.com")).isNotNull();
    assertThat(EmailRule.ADDRESS.faultIn("a".repeat(254 - 1 - domain.length()) + "@" + domain))
        .isNull();
    assertThat(EmailRule.ADDRESS.faultIn("a".repeat(255 - 1 - domain.length()) + "@" + domain))
        .isNotNull();
  }
}
