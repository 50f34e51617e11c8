package dev.orders.redis;

import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisException;
import io.lettuce.core.protocol.ConnectionFacade;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.protocol.RedisCommand;
import io.lettuce.core.protocol.RedisStateMachine;
import io.lettuce.core.resource.ClientResources;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands over a socket: whoever asks writes, one thread reads the answers, which come in
 * the order of the commands. At the end of the connection every unanswered command fails, and every
 * later one. Thread-safe.
 */
final class PlainWriter implements RedisChannelWriter {

  private static final int BUFFER = 1 << 14;

  private final Socket socket;
  private final Runnable onCut;
  private final Deque<RedisCommand<?, ?, ?>> unanswered = new ArrayDeque<>();
  private @Nullable ConnectionFacade connection;
  private @Nullable Throwable end;

  PlainWriter(Socket socket, Runnable onCut) {
    this.socket = socket;
    this.onCut = onCut;
  }

  /** Begins to read. */
  void start() {
    Thread reader = new Thread(this::read, "redis");
    reader.setDaemon(true);
    reader.start();
  }

  @Override
  public <K, V, T> RedisCommand<K, V, T> write(RedisCommand<K, V, T> command) {
    send(List.of(command));
    return command;
  }

  @Override
  @SuppressWarnings("unchecked") // Lettuce's own writers do the same.
  public <K, V> Collection<RedisCommand<K, V, ?>> write(
      Collection<? extends RedisCommand<K, V, ?>> commands) {
    send(commands);
    return (Collection<RedisCommand<K, V, ?>>) commands;
  }

  private void send(Collection<? extends RedisCommand<?, ?, ?>> commands) {
    ByteBuf bytes = Unpooled.buffer(BUFFER);
    for (RedisCommand<?, ?, ?> command : commands) {
      command.encode(bytes);
    }
    synchronized (unanswered) {
      if (end != null) {
        commands.forEach(this::fail);
        return;
      }
      unanswered.addAll(commands);
      try {
        bytes.readBytes(socket.getOutputStream(), bytes.readableBytes());
      } catch (IOException e) {
        cut(e);
      }
    }
  }

  private void read() {
    try {
      InputStream in = socket.getInputStream();
      RedisStateMachine answers = new RedisStateMachine();
      answers.setProtocolVersion(ProtocolVersion.RESP2);
      ByteBuf bytes = Unpooled.buffer(BUFFER);
      while (bytes.writeBytes(in, BUFFER) >= 0) {
        answer(answers, bytes);
        bytes.discardReadBytes();
      }
      cut(new EOFException("Redis has closed the connection"));
    } catch (IOException | RuntimeException e) {
      cut(e);
    }
  }

  private void answer(RedisStateMachine answers, ByteBuf bytes) {
    while (bytes.isReadable()) {
      RedisCommand<?, ?, ?> next = next();
      if (next == null) {
        throw new RedisException("an answer to nothing");
      }
      if (!answers.decode(bytes, next.getOutput())) {
        return;
      }
      forget(next);
      next.complete();
    }
  }

  private @Nullable RedisCommand<?, ?, ?> next() {
    synchronized (unanswered) {
      return unanswered.peek();
    }
  }

  private void forget(RedisCommand<?, ?, ?> answered) {
    synchronized (unanswered) {
      unanswered.remove(answered);
    }
  }

  /** The connection is at its end; only the first reason counts. */
  private void cut(Throwable reason) {
    synchronized (unanswered) {
      if (end != null) {
        return;
      }
      end = reason;
      close(socket);
      // Before anybody hears of it and asks for another connection.
      onCut.run();
      if (connection != null) {
        connection.deactivated();
      }
      unanswered.forEach(this::fail);
      unanswered.clear();
    }
  }

  private void fail(RedisCommand<?, ?, ?> command) {
    command.completeExceptionally(
        end instanceof RedisException trouble ? trouble : new RedisException(end));
  }

  /** Closes without a word: there is nobody left who could do anything about it. */
  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The system closes it when the process ends.
    }
  }

  @Override
  public void close() {
    cut(new RedisException("the connection is closed"));
  }

  @Override
  public CompletableFuture<Void> closeAsync() {
    close();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void setConnectionFacade(ConnectionFacade connection) {
    this.connection = connection;
  }

  @Override
  public void setAutoFlushCommands(boolean isOn) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void flushCommands() {}

  @Override
  public ClientResources getClientResources() {
    return new NoResources();
  }
}
