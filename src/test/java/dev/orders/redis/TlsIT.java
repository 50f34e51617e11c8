package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS and asks its clients for a certificate. */
class TlsIT {

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static Certificate certificate;

  @SuppressWarnings("NullAway.Init")
  private static RedisNode server;

  @BeforeAll
  static void start() {
    certificate = Certificate.make(directory, "dns:localhost");
    server =
        RedisNode.start(
            "--tls-port",
            "ABOVE",
            "--tls-cert-file",
            certificate.file().toString(),
            "--tls-key-file",
            certificate.key().toString(),
            "--tls-ca-cert-file",
            certificate.file().toString(),
            "--tls-auth-clients",
            "yes",
            "--save",
            "");
  }

  @AfterAll
  static void stop() {
    server.kill();
  }

  @Test
  void should_be_served_when_both_trust_each_other() {
    RedisAccess access = access(certificate.file(), certificate);
    try (RedisStore store = connect("rediss://localhost:" + server.portAbove(), access)) {
      assertThat(store.inspector().installation().isUnused()).isTrue();
    }
  }

  @Test
  void should_not_trust_a_certificate_that_nobody_vouches_for() {
    assertRefused("rediss://localhost:" + server.portAbove(), access(null, certificate))
        .hasMessageContaining("not trusted")
        .hasMessageContaining("ORDERS_REDIS_CA_FILE");
  }

  @Test
  void should_not_trust_a_certificate_that_is_for_another_host() {
    assertRefused(
            "rediss://127.0.0.1:" + server.portAbove(), access(certificate.file(), certificate))
        .hasMessageContaining("another host")
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void should_say_that_the_server_asks_for_a_certificate() {
    assertRefused("rediss://localhost:" + server.portAbove(), access(certificate.file(), null))
        .hasMessageContaining("ORDERS_REDIS_CERT_FILE");
  }

  @Test
  void should_say_what_is_wrong_with_a_file_that_holds_no_certificate() {
    assertRefused(
            "rediss://localhost:" + server.portAbove(), access(certificate.key(), certificate))
        .hasMessageContaining("certificate");
  }

  @Test
  void should_ask_whether_a_port_that_keeps_silent_speaks_tls() {
    RedisAccess access = access(certificate.file(), certificate);
    try (RedisStore store =
        connect("rediss://localhost:" + server.port(), access, Duration.ofMillis(300))) {
      assertThatThrownBy(() -> store.inspector().newest())
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("does that port speak TLS?");
    }
  }

  private static RedisAccess access(@Nullable Path caFile, @Nullable Certificate own) {
    return new RedisAccess(
        null, null, caFile, own == null ? null : own.file(), own == null ? null : own.key());
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(
      String url, RedisAccess access) {
    return assertThatThrownBy(
            () -> {
              try (RedisStore store = connect(url, access)) {
                store.inspector().newest();
              }
            })
        .isInstanceOf(BrokerException.class);
  }

  private static RedisStore connect(String url, RedisAccess access) {
    return connect(url, access, Duration.ofSeconds(5));
  }

  private static RedisStore connect(String url, RedisAccess access, Duration patience) {
    return RedisStore.connect(
        new RedisOptions(url, access, TestRedis.namespace(), TestStore.RETENTION, patience));
  }
}
