package dev.orders.http;

import dev.orders.queue.DaemonThreads;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that answer: as many as Redis is asked at once, with a bounded queue before them, and
 * some of their own for uploads, which last as long as the client likes. What does not fit is
 * turned away (429) rather than kept waiting.
 */
final class Crew implements AutoCloseable {

  private static final int HANDS = 32;
  private static final int WAITING = 2_048;
  private static final int UPLOADS = 8;
  private static final int IDLE_SECONDS = 30;

  private final ThreadPoolExecutor requests =
      new ThreadPoolExecutor(
          HANDS,
          HANDS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING),
          new DaemonThreads("orders-http"));
  private final ThreadPoolExecutor uploads =
      new ThreadPoolExecutor(
          0,
          UPLOADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          new DaemonThreads("orders-upload"));

  Crew() {
    requests.allowCoreThreadTimeOut(true);
  }

  /** Has a request answered. */
  void request(Runnable work) {
    run(requests, work);
  }

  /** Has an upload taken in. */
  void upload(Runnable work) {
    run(uploads, work);
  }

  private static void run(ThreadPoolExecutor pool, Runnable work) {
    try {
      pool.execute(work);
    } catch (RejectedExecutionException e) {
      throw new HttpProblem(
              HttpResponseStatus.TOO_MANY_REQUESTS, "more requests are waiting than can be kept")
          .with("retry-after", "1");
    }
  }

  /** Interrupts whoever still works. */
  @Override
  public void close() {
    requests.shutdownNow();
    uploads.shutdownNow();
  }
}
