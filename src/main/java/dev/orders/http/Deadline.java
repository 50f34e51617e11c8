package dev.orders.http;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The moment until which something must have happened on a connection. On its event loop only. */
final class Deadline {

  private final EventExecutor loop;
  private @Nullable ScheduledFuture<?> pending;

  Deadline(EventExecutor loop) {
    this.loop = loop;
  }

  /** Runs the action unless this is set anew, or lifted, before the time is over. */
  void set(Duration time, Runnable action) {
    lift();
    pending = loop.schedule(action, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  void lift() {
    if (pending != null) {
      pending.cancel(false);
      pending = null;
    }
  }
}
