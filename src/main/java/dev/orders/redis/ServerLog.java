package dev.orders.redis;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** What a server says from now on, in a log file that earlier runs may have begun. */
final class ServerLog {

  private final Path file;
  private final long begin;

  /**
   * Begins to listen.
   *
   * @param file need not exist
   */
  ServerLog(Path file) {
    this.file = file;
    this.begin = file.toFile().length();
  }

  Path file() {
    return file;
  }

  /** Whether the server could not have its port. */
  boolean tellsOfTakenPort() {
    return said().contains("Address already in use");
  }

  /** The last warning, without its process id and date; the empty string when there is none. */
  String lastWarning() {
    return Arrays.stream(said().split("\n"))
        .filter(line -> line.contains(" # "))
        .map(line -> line.substring(line.indexOf(" # ") + 3).strip())
        .reduce("", (earlier, later) -> later);
  }

  private String said() {
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(Math.min(begin, log.length()));
      byte[] bytes = new byte[(int) Math.min(64 * 1024, log.length() - log.getFilePointer())];
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
