package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A Redis with a password and with users; no password ever shows in a message. */
class CredentialsIT {

  private static final String SECRET = "s3cr3t-pass";
  private static final String WRONG = "wr0ng-pass";

  @SuppressWarnings("NullAway.Init")
  private static BundledServer server;

  @BeforeAll
  static void start() throws IOException {
    server = TestRedis.start();
    RawRedis.ask(server.port(), "ACL SETUSER worker on >" + SECRET + " ~* +@all");
    RawRedis.ask(server.port(), "ACL SETUSER reader on >" + SECRET + " ~* +@read +@connection");
    RawRedis.ask(server.port(), "CONFIG SET requirepass " + SECRET);
  }

  @AfterAll
  static void stop() {
    server.kill();
  }

  @Test
  void should_be_let_in_with_a_password_beside_the_url() {
    assertThatCode(() -> use("redis://localhost:PORT", SECRET)).doesNotThrowAnyException();
  }

  @Test
  void should_be_let_in_with_a_password_in_the_url() {
    assertThatCode(() -> use("redis://:" + SECRET + "@localhost:PORT", null))
        .doesNotThrowAnyException();
  }

  @Test
  void should_prefer_the_password_beside_the_url() {
    assertThatCode(() -> use("redis://:" + WRONG + "@localhost:PORT", SECRET))
        .doesNotThrowAnyException();
  }

  @Test
  void should_be_let_in_as_the_user_that_the_url_names() {
    assertThatCode(() -> use("redis://worker@localhost:PORT", SECRET)).doesNotThrowAnyException();
    assertThatCode(() -> use("redis://worker:" + SECRET + "@localhost:PORT", null))
        .doesNotThrowAnyException();
  }

  @Test
  void should_say_that_a_password_is_wrong_and_not_which() {
    assertRefused("redis://localhost:PORT", WRONG, "WRONGPASS");
    assertRefused("redis://:" + WRONG + "@localhost:PORT", null, "WRONGPASS");
    assertRefused("redis://worker:" + WRONG + "@localhost:PORT", null, "WRONGPASS");
  }

  @Test
  void should_say_that_a_password_is_missing() {
    assertRefused("redis://localhost:PORT", null, "NOAUTH");
  }

  @Test
  void should_say_that_the_user_may_not() {
    assertRefused("redis://reader@localhost:PORT", SECRET, "NOPERM");
  }

  @Test
  void should_show_an_address_without_user_and_password() {
    try (RedisStore store = connect("redis://worker:" + WRONG + "@localhost:PORT/2", null)) {
      assertThat(store.address()).isEqualTo("localhost:" + server.port());
    }
  }

  private static void assertRefused(String url, @Nullable String password, String word) {
    assertThatThrownBy(() -> use(url, password))
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining("localhost:" + server.port() + " does not let us in")
        .hasMessageContaining(word)
        .hasMessageContaining("ORDERS_REDIS_PASSWORD")
        .satisfies(error -> assertThat(trace(error)).doesNotContain(SECRET, WRONG))
        .extracting("reason")
        .isEqualTo(Reason.REFUSED);
  }

  private static void use(String url, @Nullable String password) {
    try (RedisStore store = connect(url, password)) {
      store.broker().deregister("w1");
      store.operations().pause("email");
    }
  }

  private static RedisStore connect(String url, @Nullable String password) {
    String whole = url.replace("PORT", Integer.toString(server.port()));
    return RedisStore.connect(
        new RedisOptions(whole, password, TestRedis.namespace(), TestStore.RETENTION));
  }

  private static String trace(Throwable error) {
    StringWriter text = new StringWriter();
    error.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
