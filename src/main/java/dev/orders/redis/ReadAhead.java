package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.DaemonThreads;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads piece after piece, and asks for the next one while the one before is being looked at: the
 * server never works on more than one at a time, and neither side waits for the other.
 */
final class ReadAhead implements AutoCloseable {

  private final ExecutorService asking =
      Executors.newSingleThreadExecutor(new DaemonThreads("orders-read-ahead"));

  /**
   * Has each piece read by the caller's thread, in order.
   *
   * @param pieces asks for the next piece, by one thread at a time; empty after the last
   */
  <P> void each(Supplier<Optional<P>> pieces, Consumer<P> reader) {
    Optional<P> piece = await(asking.submit(pieces::get));
    while (piece.isPresent()) {
      Future<Optional<P>> coming = asking.submit(pieces::get);
      reader.accept(piece.get());
      piece = await(coming);
    }
  }

  private static <P> P await(Future<P> coming) {
    try {
      return coming.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.UNREACHABLE, "interrupted while waiting for Redis", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException trouble) {
        throw trouble;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Asks for nothing more. */
  @Override
  public void close() {
    asking.shutdownNow();
  }
}
