package dev.orders.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A connection for one thread that blocks on it. Where a plain socket will do, that thread reads
 * the answers itself: what it waits for reaches it without another thread in between, which would
 * have to be woken first. After an exception it is of no use any more.
 */
record WaitingLine(StatefulRedisConnection<String, String> connection, Awaiting awaiting)
    implements AutoCloseable {

  /** One whose answers other threads read. */
  static WaitingLine of(StatefulRedisConnection<String, String> connection) {
    return new WaitingLine(connection, Awaiting::future);
  }

  /** One by a plain socket to a server that {@link PlainConnection#suits}. */
  static WaitingLine plain(RedisURI uri) {
    Socket socket = PlainConnection.interruptibleSocket(uri);
    PlainWriter writer = new PlainWriter(socket, () -> {});
    Awaiting reading = new Reading(socket, writer);
    return new WaitingLine(PlainConnection.over(writer, reading, uri), reading);
  }

  RedisAsyncCommands<String, String> commands() {
    return connection.async();
  }

  @Override
  public void close() {
    connection.close();
  }

  private record Reading(Socket socket, PlainWriter writer) implements Awaiting {

    @Override
    public <T> T await(RedisFuture<T> answer, Duration atMost) throws Exception {
      long deadline = System.nanoTime() + atMost.toNanos();
      while (!answer.isDone()) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) {
          throw new TimeoutException("no answer");
        }
        socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, left));
        read();
      }
      try {
        return Awaiting.future(answer, Duration.ZERO);
      } catch (RedisException e) {
        throw e.getCause() instanceof ClosedByInterruptException ? interrupted() : e;
      }
    }

    /** An interrupt that meets the sending closes the line; what was sent may have arrived. */
    private static InterruptedException interrupted() {
      Thread.interrupted();
      return new InterruptedException();
    }

    private void read() throws InterruptedException {
      try {
        writer.readSome();
      } catch (ClosedByInterruptException e) {
        throw interrupted();
      } catch (IOException e) {
        throw new RedisException(e);
      }
    }
  }
}
