package dev.orders.bench;

import dev.orders.queue.DaemonThreads;
import java.util.concurrent.CompletableFuture;

/** Something that runs on a thread of its own. */
record Background(CompletableFuture<Void> future) {

  private static final DaemonThreads THREADS = new DaemonThreads("orders-bench");

  static Background run(Runnable work) {
    return new Background(
        CompletableFuture.runAsync(work, task -> THREADS.newThread(task).start()));
  }

  /** Waits for its end; what went wrong in it goes on here. */
  void join() {
    future.join();
  }
}
