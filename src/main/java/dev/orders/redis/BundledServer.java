package dev.orders.redis;

import dev.orders.redis.BundledServerException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A real redis-server of our own, for a shop that has none yet:
 *
 * <ol>
 *   <li>it claims its data directory and finds a binary that runs here;
 *   <li>it is started on 127.0.0.1 only, with every write forced to disk before it is acknowledged,
 *       and refuses writes rather than evicting when it is told to mind its memory;
 *   <li>it is ready once this very process answers and has read its data;
 *   <li>it stops when it is closed, or when this JVM ends, kill -9 included. Ctrl-C alone does not
 *       reach it.
 * </ol>
 *
 * <p>The data stay in the directory and are there at the next start. Thread-safe.
 */
public final class BundledServer implements AutoCloseable {

  static final String HOST = "127.0.0.1";

  private static final int TRIES_FOR_A_FREE_PORT = 5;
  private static final long STOPPING_SECONDS = 30;

  private final int port;
  private final SupervisedProcess process;
  private final DataDirectory data;

  private BundledServer(int port, SupervisedProcess process, DataDirectory data) {
    this.port = port;
    this.process = process;
    this.data = data;
  }

  /**
   * Starts a server and waits until it serves.
   *
   * @param port where it listens; 0 for any free port
   * @param directory for its data and its log; made where there is none
   * @throws BundledServerException when it cannot run here
   */
  public static BundledServer start(int port, Path directory) {
    DataDirectory data = DataDirectory.claim(directory);
    try {
      Path binary = ServerBinary.find(data.path());
      return port == 0 ? startOnFreePort(binary, data) : start(port, binary, data);
    } catch (RuntimeException e) {
      data.close();
      throw e;
    }
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Where a client finds it, such as {@code redis://127.0.0.1:6379/0}. */
  public String url() {
    return "redis://" + HOST + ":" + port + "/0";
  }

  /** The server's process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Completes when it has ended, for whatever reason. */
  public CompletableFuture<BundledServer> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /**
   * Ends it as a power cut would, without a farewell. Data that it acknowledged are on the disk.
   */
  public void kill() {
    process.kill();
    close();
  }

  /**
   * Makes it forget every script that clients have sent, as any server does when it is started.
   *
   * @throws UncheckedIOException when it cannot be asked
   */
  public void forgetScripts() {
    try {
      LocalRequest.send(port, "SCRIPT FLUSH");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it and waits for its end; the second time does nothing. */
  @Override
  public void close() {
    process.stop();
    awaitEnd();
    data.close();
  }

  private void awaitEnd() {
    try {
      if (!process.hasEndedWithin(STOPPING_SECONDS, TimeUnit.SECONDS)) {
        process.kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.kill();
    }
  }

  /** Another program may take the free port before the server does: then it tries the next. */
  private static BundledServer startOnFreePort(Path binary, DataDirectory data) {
    for (int attempt = 1; ; attempt++) {
      try {
        return start(FreePort.find(), binary, data);
      } catch (BundledServerException e) {
        boolean isWorthAnother = e.reason() == Reason.PORT_TAKEN && attempt < TRIES_FOR_A_FREE_PORT;
        if (!isWorthAnother) {
          throw e;
        }
      }
    }
  }

  private static BundledServer start(int port, Path binary, DataDirectory data) {
    SupervisedProcess process = new ServerStart(port, binary, data.path()).run();
    return new BundledServer(port, process, data);
  }
}
