package dev.orders.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that a server binary gives of itself: {@code Redis server v=6.2.11 …}. */
record ServerVersion(int major, int minor) {

  private static final Pattern PRINTED = Pattern.compile("server v=(\\d{1,4})\\.(\\d{1,4})");

  /** Whether the binary can be executed here and is 6.2 or newer. */
  static boolean isUsable(Path binary) {
    return of(binary).filter(ServerVersion::isNewEnough).isPresent();
  }

  /** Empty when the binary cannot be executed here. */
  static Optional<ServerVersion> of(Path binary) {
    ProcessBuilder asking = new ProcessBuilder(binary.toAbsolutePath().toString(), "--version");
    try {
      Process process = asking.redirectErrorStream(true).start();
      try (InputStream answer = process.getInputStream()) {
        return parse(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException cannotBeExecuted) {
      return Optional.empty();
    }
  }

  static Optional<ServerVersion> parse(String printed) {
    Matcher matcher = PRINTED.matcher(printed);
    return matcher.find()
        ? Optional.of(
            new ServerVersion(
                Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  boolean isNewEnough() {
    return major > 6 || (major == 6 && minor >= 2);
  }
}
