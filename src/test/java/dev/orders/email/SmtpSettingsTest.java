package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.email.SmtpSettings.Login;
import dev.orders.email.SmtpSettings.Security;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSettingsTest {

  private static final Duration MINUTE = Duration.ofSeconds(60);

  @Test
  void should_use_starttls_where_offered_when_nothing_else_is_said() {
    assertThat(SmtpSettings.parse("smtp://mail.example", null))
        .isEqualTo(
            new SmtpSettings("mail.example", 25, Security.STARTTLS_IF_OFFERED, null, MINUTE));
  }

  @Test
  void should_require_starttls_before_a_login() {
    assertThat(SmtpSettings.parse("smtp://me%40shop.example@mail.example:587", "s3c:ret"))
        .isEqualTo(
            new SmtpSettings(
                "mail.example",
                587,
                Security.STARTTLS,
                new Login("me@shop.example", "s3c:ret"),
                MINUTE));
  }

  @Test
  void should_talk_tls_from_the_start_with_smtps() {
    assertThat(SmtpSettings.parse("smtps://mail.example?timeout=5", null))
        .isEqualTo(
            new SmtpSettings("mail.example", 465, Security.TLS, null, Duration.ofSeconds(5)));
  }

  @Test
  void should_do_without_tls_only_when_told_to() {
    assertThat(SmtpSettings.parse("smtp://[::1]:2525?starttls=never", null))
        .isEqualTo(new SmtpSettings("::1", 2525, Security.NONE, null, MINUTE));
  }

  @Test
  void should_take_a_password_from_the_url_and_say_that_it_is_there() {
    String url = "smtp://me:p%40ss+word@mail.example";

    assertThat(SmtpSettings.parse(url, null).login()).isEqualTo(new Login("me", "p@ss+word"));
    assertThat(SmtpSettings.holdsPassword(url)).isTrue();
    assertThat(SmtpSettings.holdsPassword("smtp://me@mail.example")).isFalse();
  }

  @Test
  void should_prefer_the_password_that_came_separately() {
    assertThat(SmtpSettings.parse("smtp://me:old@mail.example", "new").login())
        .isEqualTo(new Login("me", "new"));
  }

  @Test
  void should_never_print_a_password() {
    String url = "smtp://me:s3cret@mail.example";

    assertThat(SmtpSettings.parse(url, null).toString()).doesNotContain("s3cret");
    assertThat(SmtpUrl.of(url).toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example:25",
        "http://s3cret.example",
        "smtp://",
        "smtp://me:s3cret@shop@mail.example",
        "smtp://me:s3cret@mail.example:99999",
        "smtp://me:s3cret@mail.example:0",
        "smtp://me:s3cret@mail.example/path",
        "smtp://me:s3cret@mail.example#part",
        "smtp://me:s3cret%@mail.example",
        "smtp://me:s3cret@mail.example?starttls=perhaps",
        "smtp://me:s3cret@mail.example?starttls",
        "smtp://me:s3cret@mail.example?timeout=0",
        "smtp://me:s3cret@mail.example?timeout=1m",
        "smtp://me:s3cret@mail.example?password=s3cret",
        "smtp://:s3cret@mail.example",
        "smtp://me@mail.example",
        "smtp://me:@mail.example"
      })
  void should_refuse_a_wrong_url_without_repeating_it(String url) {
    assertThatThrownBy(() -> SmtpSettings.parse(url, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret")
        .hasNoCause();
  }

  @Test
  void should_refuse_a_password_of_nobody() {
    assertThatThrownBy(() -> SmtpSettings.parse("smtp://mail.example", "s3cret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the mail server has a password but no user in its URL");
  }
}
