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
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Carries commands over a socket: whoever asks writes, one thread reads the answers, which come in
 * the order of the commands; that may be a thread of its own, or the one that asks. At the end of
 * the connection every unanswered command fails, and every later one. Thread-safe.
 */
final class PlainWriter implements RedisChannelWriter {

  private static final int BUFFER = 1 << 14;

  private final Socket socket;
  private final Outflow outflow;
  private final Runnable onCut;
  private final Deque<RedisCommand<?, ?, ?>> unanswered = new ArrayDeque<>();
  private final RedisStateMachine answers = new RedisStateMachine();
  private final ByteBuf read = Unpooled.buffer(BUFFER);
  private @Nullable ConnectionFacade connection;
  private @Nullable Throwable end;

  PlainWriter(Socket socket, Runnable onCut) {
    this.socket = socket;
    this.outflow = new Outflow(socket);
    this.onCut = onCut;
    answers.setProtocolVersion(ProtocolVersion.RESP2);
  }

  /** Has a thread of its own read the answers. */
  void start() {
    Thread reader = new Thread(this::readAll, "redis");
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
        outflow.send(bytes);
      } catch (IOException e) {
        cut(e);
      }
    }
  }

  private void readAll() {
    try {
      while (true) {
        readSomeOrLook();
      }
    } catch (IOException | RuntimeException e) {
      cut(e);
    }
  }

  private void readSomeOrLook() throws IOException {
    try {
      readSome();
    } catch (SocketTimeoutException nothingHasCome) {
      outflow.look();
    }
  }

  /** Waits for answers and takes those that have come; for one thread only. */
  void readSome() throws IOException {
    if (read.writeBytes(socket.getInputStream(), BUFFER) < 0) {
      throw new EOFException("Redis has closed the connection");
    }
    takeAnswers();
    if (read.isReadable()) {
      read.discardReadBytes();
    } else {
      read.clear().capacity(BUFFER); // one large answer is no reason to hold so much for good
    }
  }

  private void takeAnswers() {
    while (read.isReadable()) {
      RedisCommand<?, ?, ?> next = next();
      if (next == null) {
        throw new RedisException("an answer to nothing");
      }
      if (!answers.decode(read, next.getOutput())) {
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
      Outflow.close(socket);
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
