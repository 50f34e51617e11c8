package dev.orders.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CarrierUrlTest {

  @ParameterizedTest
  @CsvSource({
    "http://c.example,                    http://c.example:80/shipments",
    "http://c.example/,                   http://c.example:80/shipments",
    "https://c.example/api/v1//,          https://c.example:443/api/v1/shipments",
    "HTTPS://c.example:8443/a%20b?key=%26, https://c.example:8443/a%20b/shipments?key=%26",
    "http://me:pw@[::1]:8080/api#top,     http://[::1]:8080/api/shipments",
  })
  void should_put_shipments_behind_the_path_and_before_the_query(String url, String shipments) {
    assertThat(CarrierUrl.parse(url).shipments()).hasToString(shipments);
  }

  @Test
  void should_show_nothing_but_scheme_host_and_port() {
    assertThat(CarrierUrl.parse("https://me:pw@c.example/secret?key=secret"))
        .hasToString("https://c.example:443");
  }

  @Test
  void should_turn_a_user_into_basic_credentials() {
    assertThat(CarrierUrl.parse("https://me:p%40w@c.example").basicAuthorization())
        .contains("Basic bWU6cEB3");
    assertThat(CarrierUrl.parse("https://c.example").basicAuthorization()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "ftp://secret@c.example",
        "http:secret",
        "http:///secret",
        "http://se cret",
        "http://under_score:secret/",
        "https://:secret@"
      })
  void should_refuse_what_is_no_web_address_without_repeating_it(String url) {
    assertThatThrownBy(() -> CarrierUrl.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .satisfies(refusal -> assertThat(stackTrace(refusal)).doesNotContain("cret"));
  }

  private static String stackTrace(Throwable refusal) {
    StringWriter text = new StringWriter();
    refusal.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
