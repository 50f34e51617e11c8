package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @TempDir Path directory;

  @Test
  void should_have_the_defaults_of_the_contract() {
    Settings settings = settings(Map.of());

    assertThat(settings.redis().url()).isEqualTo("redis://localhost:6379/0");
    assertThat(settings.redis().isGiven()).isFalse();
    assertThat(settings.namespace()).isEqualTo("orders");
    assertThat(settings.retention()).isEqualTo(Duration.ofDays(30));
    assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.shutdownGrace()).isEqualTo(Duration.ofSeconds(25));
    assertThat(settings.emailEnabled()).isTrue();
    assertThat(settings.locale()).isEqualTo(Locale.KOREA);
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
    assertThat(settings.invoiceDirectory()).isEqualTo(Path.of("invoices").toAbsolutePath());
  }

  @Test
  void should_prefer_the_flag_to_the_environment_and_that_to_the_file() throws IOException {
    Files.writeString(directory.resolve(".env"), "ORDERS_NAMESPACE=file\nORDERS_LEASE=1m\n");
    Variables variables = Variables.of(Map.of("ORDERS_NAMESPACE", "env"), directory);

    assertThat(new Settings(variables.withFlag(Settings.NAMESPACE, "flag")).namespace())
        .isEqualTo("flag");
    assertThat(new Settings(variables.withFlag(Settings.NAMESPACE, null)).namespace())
        .isEqualTo("env");
    assertThat(new Settings(variables).lease()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void should_read_redis_url_too_but_prefer_its_own_name() {
    assertThat(settings(Map.of("REDIS_URL", "redis://b")).redis().url()).isEqualTo("redis://b");
    assertThat(
            settings(Map.of("REDIS_URL", "redis://b", "ORDERS_REDIS_URL", "redis://a"))
                .redis()
                .url())
        .isEqualTo("redis://a");
  }

  @Test
  void should_read_a_secret_from_the_file_that_a_variable_names() throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "s3cret\n");

    assertThat(settings(Map.of("ORDERS_REDIS_PASSWORD_FILE", secret.toString())).redis().password())
        .contains("s3cret");
  }

  @Test
  void should_say_which_secret_file_cannot_be_read() {
    Settings settings = settings(Map.of("ORDERS_SMTP_URL_FILE", "/nowhere"));

    assertThatThrownBy(settings::smtpUrl)
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("/nowhere")
        .hasMessageContaining("ORDERS_SMTP_URL_FILE");
  }

  @Test
  void should_name_the_variable_the_value_and_what_is_allowed_when_a_value_makes_no_sense() {
    Settings settings = settings(Map.of("ORDERS_LEASE", "soon", "ORDERS_EMAIL_RETRIES", "-1"));

    assertThatThrownBy(settings::lease)
        .hasMessage("ORDERS_LEASE is \"soon\"; it must be from 1s to 24h, such as 30s or 5m.");
    assertThatThrownBy(() -> settings.retryPolicy("email"))
        .hasMessageContaining("ORDERS_EMAIL_RETRIES")
        .hasMessageContaining("\"-1\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"999ms", "25h", "3651d", "999999999d", "0"})
  void should_refuse_a_lease_that_nobody_can_keep_or_outlive(String lease) {
    Settings settings = settings(Map.of("ORDERS_LEASE", lease));

    assertThatThrownBy(settings::lease)
        .hasMessage("ORDERS_LEASE is \"%s\"; it must be from 1s to 24h, such as 30s or 5m.", lease);
  }

  @Test
  void should_refuse_a_duration_that_nobody_means() {
    Settings settings = settings(Map.of("ORDERS_RETENTION", "999999999d"));

    assertThatThrownBy(settings::retention)
        .hasMessage(
            "ORDERS_RETENTION is \"999999999d\"; it must be a duration such as 500ms, 30s, 5m, 2h"
                + " or 30d, at most 3650d.");
  }

  @Test
  void should_read_retries_per_queue_and_leave_the_rest_as_it_is() {

    assertThat(settings(Map.of("ORDERS_SHIPPING_RETRY_DELAY", "500ms")).retryPolicy("shipping"))
        .isEqualTo(new RetryPolicy(2, Duration.ofMillis(500)));
  }

  private Settings settings(Map<String, String> environment) {
    return new Settings(Variables.of(environment, directory));
  }
}
