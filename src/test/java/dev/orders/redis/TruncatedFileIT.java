package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The power fails while Redis writes its append-only file: the last script is there whole or not at
 * all.
 */
class TruncatedFileIT {

  @TempDir Path data;

  @ParameterizedTest(name = "{0} bytes short")
  @ValueSource(ints = {1, 20, 150, 400})
  void should_have_the_last_order_whole_or_not_at_all(int bytes) throws IOException {
    BundledServer first = BundledServer.start(0, data);
    try (TestStore store = new TestStore(first.url())) {
      store.submit("key-1", FINGERPRINT, Duration.ZERO);
      store.submit("key-2", FINGERPRINT, Duration.ZERO);
      first.kill();
      cutOff(bytes);
      try (BundledServer second = BundledServer.start(first.port(), data)) {
        assertThat(second.isAlive()).isTrue();
        new Ledger(store, List.of("email", "invoice", "shipping")).check();
        assertThat(store.standing().counts()).isEqualTo("accepted=1 tasks=3");

        assertThat(store.submit("key-2", FINGERPRINT, Duration.ZERO).orderId()).isEqualTo(2);
        assertThat(store.standing().counts()).isEqualTo("accepted=2 tasks=6");
      }
    }
  }

  @Test
  void should_carry_out_again_what_was_settled_last() throws IOException {
    BundledServer first = BundledServer.start(0, data);
    try (TestStore store = new TestStore(first.url())) {
      store.order(TestStore.EMAIL);
      store.succeed(store.take("email"));
      first.kill();
      cutOff(1);
      try (BundledServer second = BundledServer.start(first.port(), data)) {
        assertThat(second.isAlive()).isTrue();
        assertThat(store.standing().task("1-email")).isEqualTo("STARTED #1 by w1");
        new Ledger(store, List.of("email")).check();
      }
    }
  }

  private void cutOff(int bytes) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      Path log = files.filter(file -> file.toString().endsWith(".aof")).findAny().orElseThrow();
      try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
        file.setLength(file.length() - bytes);
      }
    }
  }
}
