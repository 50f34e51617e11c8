package dev.orders.redis;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands between a client and its Redis and can cut the line at the worst moment: Redis has done
 * what it was asked, and the answer never arrives.
 */
final class CuttingProxy implements AutoCloseable {

  private final ServerSocket socket;
  private final int target;
  private final AtomicBoolean cutsNextAnswer = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "cutting-proxy");
            thread.setDaemon(true);
            return thread;
          });

  CuttingProxy(int target) {
    this.target = target;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByName(BundledServer.HOST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String url() {
    return "redis://" + BundledServer.HOST + ":" + socket.getLocalPort();
  }

  /** Swallows the next answer of Redis and closes the connection. */
  void cutNextAnswer() {
    cutsNextAnswer.set(true);
  }

  /** True once the answer has been swallowed. */
  boolean hasCut() {
    return !cutsNextAnswer.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Socket server = new Socket(BundledServer.HOST, target);
        threads.execute(() -> pump(client, server, false));
        threads.execute(() -> pump(server, client, true));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void pump(Socket from, Socket to, boolean isAnswer) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        if (isAnswer && cutsNextAnswer.compareAndSet(true, false)) {
          return;
        }
        to.getOutputStream().write(buffer, 0, n);
      }
    } catch (IOException closed) {
      closeQuietly(to);
    }
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      assert socket != null : alreadyGone;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
