package dev.orders.redis;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a client and its Redis and can cut the line at the worst moment: Redis has done
 * what it was asked, and the answer never arrives.
 */
public final class CuttingProxy implements AutoCloseable {

  private final ServerSocket socket;
  private final int target;
  private final AtomicReference<@Nullable String> swallowed = new AtomicReference<>();
  private final AtomicInteger cutsLeft = new AtomicInteger();
  private final AtomicInteger lines = new AtomicInteger();
  private final Set<Integer> open = ConcurrentHashMap.newKeySet();
  private volatile int lost;
  private volatile int lostAlone;
  private volatile @Nullable String word;
  private volatile @Nullable String answer;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "cutting-proxy");
            thread.setDaemon(true);
            return thread;
          });

  public CuttingProxy(int target) {
    this.target = target;
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByName(BundledServer.HOST));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public String url() {
    return "redis://" + BundledServer.HOST + ":" + socket.getLocalPort();
  }

  /** Swallows the next answer of Redis and closes the connection. */
  void cutNextAnswer() {
    cutAnswer("");
  }

  /** The same for the next answer that holds the word. */
  public void cutAnswer(String word) {
    swallowed.set(word);
  }

  /** Cuts the line, so many times, instead of passing on a request that holds the word. */
  public void cutAt(String word, int times) {
    this.word = word;
    cutsLeft.set(times);
  }

  /** Answers a request that holds the word in Redis' stead. */
  void answer(String word, String answer) {
    this.word = word;
    this.answer = answer;
  }

  /** Lets all lines that there are lead nowhere: they stay open, and nothing gets through. */
  public void loseLines() {
    lost = lines.get();
  }

  /** True while a client still has one of these. */
  public boolean hasLostLines() {
    return open.stream().anyMatch(line -> line <= lost);
  }

  /** The same for the line that was opened last. */
  void loseNewestLine() {
    lostAlone = lines.get();
  }

  /** How many of these cuts are still to come. */
  public int cutsLeft() {
    return cutsLeft.get();
  }

  /** True once the answer has been swallowed. */
  public boolean hasCut() {
    return swallowed.get() == null;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Socket server = new Socket(BundledServer.HOST, target);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        int line = lines.incrementAndGet();
        open.add(line);
        threads.execute(() -> pump(client, server, line, false));
        threads.execute(() -> pump(server, client, line, true));
      }
    } catch (IOException closed) {
      threads.shutdown();
    }
  }

  private void pump(Socket from, Socket to, int line, boolean isAnswer) {
    byte[] buffer = new byte[1 << 16];
    try (from;
        to) {
      for (int n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        if (line <= lost || line == lostAlone) {
          continue;
        }
        if (isAnswer && swallows(buffer, n)) {
          return;
        }
        if (isAnswer || !holdsWord(buffer, n)) {
          to.getOutputStream().write(buffer, 0, n);
        } else if (answer != null) {
          from.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        } else {
          cutsLeft.decrementAndGet();
          return;
        }
      }
    } catch (IOException closed) {
      closeQuietly(to);
    } finally {
      open.remove(line);
    }
  }

  private boolean swallows(byte[] buffer, int length) {
    String next = swallowed.get();
    return next != null
        && new String(buffer, 0, length, StandardCharsets.UTF_8).contains(next)
        && swallowed.compareAndSet(next, null);
  }

  private boolean holdsWord(byte[] buffer, int length) {
    String request = new String(buffer, 0, length, StandardCharsets.UTF_8);
    return word != null && request.contains(word) && (answer != null || cutsLeft.get() > 0);
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
