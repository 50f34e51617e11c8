package dev.orders.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that starts a server and waits to be killed, for {@link BundledServerIT}. */
final class ServerOwner {

  private ServerOwner() {}

  /**
   * Writes {@code port pid} of its server into a file beside the data.
   *
   * @param args the data directory
   */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    BundledServer server = BundledServer.start(0, directory);
    Path half = Files.writeString(directory.resolve("half"), server.port() + " " + server.pid());
    Files.move(half, directory.resolve("owned"));
    server.onExit().join();
  }

  /** Starts this program in a JVM of its own. */
  static Process start(Path directory) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ServerOwner.class.getName(),
            directory.toString())
        .inheritIO()
        .start();
  }
}
