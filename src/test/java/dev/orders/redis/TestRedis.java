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
