package dev.orders.drill;

import dev.orders.queue.DaemonThreads;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands between clients and Redis, and cuts connections in the middle of an answer: Redis has done
 * what it was asked, and the client sees a part of the answer or nothing of it. Thread-safe.
 */
final class CuttingProxy implements AutoCloseable {

  private static final String HERE = "127.0.0.1";
  private static final int BACKLOG = 200;
  private static final int CONNECT_TIMEOUT_MS = 5_000;

  private final ServerSocket door;
  private final InetSocketAddress redis;
  private final Queue<Fault> cuts = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(new DaemonThreads("drill-proxy"));

  /** Opens on a free port. */
  CuttingProxy(InetSocketAddress redis) {
    this.redis = redis;
    try {
      door = new ServerSocket(0, BACKLOG, InetAddress.getByName(HERE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::receive);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Cuts the connection that brings the next answer. */
  void cut(Fault fault) {
    cuts.add(fault);
  }

  private void receive() {
    while (!door.isClosed()) {
      try {
        connect(door.accept());
      } catch (IOException e) {
        // Closed, or this one client has given up already: the next may have more luck.
      }
    }
  }

  private void connect(Socket client) throws IOException {
    Socket server = new Socket();
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    try {
      server.connect(redis, CONNECT_TIMEOUT_MS);
    } catch (IOException e) {
      // Redis is down. The client sees its connection end, as through any proxy.
      client.close();
      return;
    }
    threads.execute(() -> pump(client, server, false));
    threads.execute(() -> pump(server, client, true));
  }

  private void pump(Socket from, Socket to, boolean isAnswer) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        Fault cut = isAnswer ? cuts.poll() : null;
        if (cut != null) {
          out.write(buffer, 0, cut.below(n));
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Gone already.
    }
  }

  @Override
  public void close() {
    closeQuietly(door);
    threads.shutdownNow();
  }
}
