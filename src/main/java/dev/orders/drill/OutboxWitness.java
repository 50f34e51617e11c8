package dev.orders.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Watches the outbox, where a letter that is sent again replaces itself and leaves no trace but a
 * later time. A second sending comes a lease after the first: whoever looks more often sees both.
 * Used by one thread.
 */
final class OutboxWitness {

  private static final String LETTER = ".eml";

  private final Path outbox;
  private final Map<String, FileTime> firstSeen = new HashMap<>();

  /**
   * @param outbox need not exist yet
   */
  OutboxWitness(Path outbox) {
    this.outbox = outbox;
  }

  /** Takes note of what has come since the last look. */
  void look() {
    for (String name : letters()) {
      firstSeen.computeIfAbsent(name, this::time);
    }
  }

  /** The names of all letters. */
  Set<String> letters() {
    if (!Files.isDirectory(outbox)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      List<String> names = files.map(file -> file.getFileName().toString()).toList();
      Set<String> letters = new HashSet<>(names);
      letters.removeIf(name -> name.startsWith(".") || !name.endsWith(LETTER));
      return letters;
    } catch (NoSuchFileException e) {
      return Set.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many letters were sent again under their name. */
  long repeated() {
    return firstSeen.entrySet().stream()
        .filter(letter -> !letter.getValue().equals(time(letter.getKey())))
        .count();
  }

  private FileTime time(String name) {
    try {
      return Files.getLastModifiedTime(outbox.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
