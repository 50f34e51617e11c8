package dev.orders.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bundled Redis for integration tests: one a JVM, started by the first test that asks and
 * stopped with the JVM. Tests keep apart by namespaces, so they may run side by side.
 */
public final class TestRedis {

  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  private TestRedis() {}

  /** The server that all tests of this JVM share. Neither flush nor kill it: start another. */
  public static BundledServer shared() {
    return Shared.SERVER;
  }

  /** Where the shared server is. */
  public static String url() {
    return shared().url();
  }

  /** A key prefix that no other test uses. */
  public static String namespace() {
    return "test" + NAMESPACES.incrementAndGet();
  }

  /** A server of one's own, to flush, fill, pause or kill; the caller closes it. */
  public static BundledServer start() {
    return BundledServer.start(0, directory());
  }

  /** A port for something that goes away and comes back, which no outgoing connection takes. */
  public static int lowPort() {
    return FreePort.find();
  }

  /** A server of one's own that can go away and come back, with its data, at its address. */
  public static Restartable restartable() {
    return new Restartable(directory());
  }

  /** See {@link #restartable()}. The caller stops it. */
  public static final class Restartable {

    private final Path directory;
    private final int port;
    private BundledServer server;

    private Restartable(Path directory) {
      this.directory = directory;
      this.server = BundledServer.start(0, directory);
      this.port = server.port();
    }

    /** Where it is, whenever it is there. */
    public String url() {
      return "redis://%s:%d/0".formatted(BundledServer.HOST, port);
    }

    /** Goes away. */
    public void stop() {
      server.close();
    }

    /** Comes back. */
    public void start() {
      server = BundledServer.start(port, directory);
    }
  }

  /**
   * Under {@code target}, so that "mvn clean" takes it away and a failed test can be looked into.
   */
  private static Path directory() {
    try {
      Path target = Files.createDirectories(Path.of("target", "redis"));
      return Files.createTempDirectory(target, "data-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Shared {
    static final BundledServer SERVER = start();
  }
}
