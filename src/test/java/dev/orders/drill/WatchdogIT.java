package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogIT {

  private final Process kept = sleeper();
  private final Process leftAlone = sleeper();

  @AfterEach
  void end() {
    kept.destroyForcibly();
    leftAlone.destroyForcibly();
  }

  @Test
  void should_kill_those_it_watches_when_its_pipe_ends() throws InterruptedException {
    try (Watchdog watchdog = Watchdog.start()) {
      watchdog.watch(List.of(kept.pid(), leftAlone.pid()));
      watchdog.watch(List.of(kept.pid()));
    }

    assertThat(kept.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(leftAlone.isAlive()).isTrue();
  }

  @Test
  void should_kill_nobody_when_there_is_nobody_left_to_watch() throws InterruptedException {
    try (Watchdog watchdog = Watchdog.start()) {
      watchdog.watch(List.of(kept.pid()));
      watchdog.watch(List.of());
    }

    assertThat(kept.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
  }

  private static Process sleeper() {
    try {
      return new ProcessBuilder("sleep", "1000").start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
