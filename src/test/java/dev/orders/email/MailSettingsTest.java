package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

  @Test
  void should_know_the_name_of_the_sender() {
    assertThat(settings("한빛 상점 <orders@shop.example>").name()).isEqualTo("한빛 상점");
    assertThat(settings("\"Shop, Inc.\" <orders@shop.example>").name()).isEqualTo("Shop, Inc.");
    assertThat(settings("orders@localhost").name()).isEmpty();
  }

  @Test
  void should_write_a_foreign_domain_in_ascii() {
    assertThat(settings("orders@한빛.example").sender().getAddress())
        .isEqualTo("orders@xn--xx3br43b.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "shop",
        "shop@",
        "@shop.example",
        "a@shop.example, b@shop.example",
        "상점@shop.example",
        "a@shop.example\r\nBcc: b@shop.example",
        "a b@shop.example"
      })
  void should_refuse_what_is_not_one_address(String from) {
    assertThatThrownBy(() -> settings(from))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the sender must be one mail address");
  }

  private static MailSettings settings(String from) {
    return new MailSettings(from, Locale.KOREA, Samples.SEOUL);
  }
}
