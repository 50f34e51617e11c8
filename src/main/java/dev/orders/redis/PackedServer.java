package dev.orders.redis;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import redis.embedded.core.ExecutableProvider;

/** The redis-server binaries that the jar carries, one a platform. */
final class PackedServer {

  private PackedServer() {}

  /**
   * Puts this platform's binary into a directory, unless it is there already. Several processes may
   * do so at once: each writes a file of its own and moves it over the same name.
   *
   * @return the binary; empty where the platform has none or the directory cannot be written
   */
  static Optional<Path> unpackInto(Path directory) {
    return resource().flatMap(resource -> unpack(resource, directory));
  }

  /** This platform's binary. Windows' is Redis 5 and therefore of no use. */
  static Optional<URL> resource() {
    String suffix = "-" + system() + "-" + processor();
    return ExecutableProvider.newProvidedVersionsMap().values().stream()
        .filter(name -> name.endsWith(suffix))
        .findFirst()
        .map(PackedServer.class::getResource);
  }

  private static Optional<Path> unpack(URL resource, Path directory) {
    String path = resource.getPath();
    Path binary = directory.resolve(path.substring(path.lastIndexOf('/') + 1));
    try {
      URLConnection connection = resource.openConnection();
      connection.setUseCaches(false);
      try (InputStream content = connection.getInputStream()) {
        if (!isWhole(binary, connection.getContentLengthLong())) {
          write(content, binary);
        }
      }
      return Optional.of(binary);
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(Path binary, long size) throws IOException {
    return Files.isExecutable(binary) && Files.size(binary) == size;
  }

  private static void write(InputStream content, Path binary) throws IOException {
    Files.createDirectories(binary.getParent());
    Path mine = Files.createTempFile(binary.getParent(), binary.getFileName().toString(), ".part");
    try {
      Files.copy(content, mine, REPLACE_EXISTING);
      if (!mine.toFile().setExecutable(true)) {
        throw new IOException("cannot make executable: " + mine);
      }
      Files.move(mine, binary, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(mine);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  private static String processor() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      case "i386", "i486", "i586", "i686", "x86" -> "386";
      default -> name;
    };
  }
}
