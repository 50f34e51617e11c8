package dev.orders.bench;

import java.util.concurrent.CompletableFuture;

/** Something that runs on a thread of its own. */
record Background(CompletableFuture<Void> future) {

  static Background run(Runnable work) {
    return new Background(
        CompletableFuture.runAsync(
            work,
            task -> {
              Thread thread = new Thread(task, "orders-bench");
              thread.setDaemon(true);
              thread.start();
            }));
  }

  /** Waits for its end; what went wrong in it goes on here. */
  void join() {
    future.join();
  }
}
