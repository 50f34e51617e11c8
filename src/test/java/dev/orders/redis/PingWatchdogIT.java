package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Delivery;
import io.lettuce.core.ClientListArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line leads nowhere, and nobody says so: no end of the connection, no answer, nothing. */
class PingWatchdogIT {

  /** A PING was the last command of a line that is at least three seconds old. */
  private static final Pattern AGED = Pattern.compile("age=([3-9]|[0-9]{2,}) .*cmd=ping");

  private final CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port());
  private final TestStore seen = new TestStore();
  private final RedisStore store = RedisStore.connect(options());

  @AfterEach
  void close() throws IOException {
    store.close();
    seen.close();
    proxy.close();
  }

  @Test
  void should_answer_again_on_a_new_line() {
    long order = seen.order();
    store.inspector().order(order);
    proxy.loseLines();

    await()
        .ignoreExceptionsInstanceOf(BrokerException.class)
        .until(() -> store.inspector().order(order).isPresent());
  }

  @Test
  void should_be_woken_again_on_a_new_line() {
    awaken(store.broker(), Duration.ofMillis(5));
    proxy.loseLines();
    seen.order();

    await()
        .ignoreExceptionsInstanceOf(BrokerException.class)
        .until(() -> !awaken(store.broker(), Duration.ofMillis(50)).isEmpty());
  }

  @Test
  void should_keep_a_line_that_is_only_quiet() throws Exception {
    try (RedisLink link = new RedisLink(options())) {
      long line = link.shared().clientId().get();

      await()
          .until(
              () -> seen.raw().clientList(ClientListArgs.Builder.ids(line)),
              entry -> AGED.matcher(entry).find());
      assertThat(link.shared().clientId().get()).isEqualTo(line);
    }
  }

  private RedisOptions options() {
    return new RedisOptions(
        proxy.url(),
        RedisAccess.by(null),
        seen.namespace(),
        TestStore.RETENTION,
        Duration.ofSeconds(1));
  }

  private static List<Delivery> awaken(Broker broker, Duration atMost) {
    return broker.awaitWork("w1", List.of("email"), 1, TestStore.LEASE, atMost).deliveries();
  }
}
