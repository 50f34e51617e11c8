package dev.orders.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The users that {@code docs/operations.md} recommends. */
final class AclRoles {

  static final String PASSWORD = "s3cr3t-role";

  private static final Path OPERATIONS = Path.of("docs", "operations.md");

  private AclRoles() {}

  /** The commands that make a user, as they stand there; those for a Cluster come last. */
  static List<String> commands(String user) {
    try {
      return Files.readAllLines(OPERATIONS).stream()
          .filter(line -> line.startsWith("ACL SETUSER " + user + " "))
          .map(line -> line.replace(">PASSWORD", ">" + PASSWORD))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the user of a single server may do, without subcommands. */
  static List<String> rights(String user) {
    return List.of(commands(user).get(0).split(" ")).stream()
        .filter(word -> word.matches("\\+[a-z]+"))
        .map(word -> word.substring(1))
        .toList();
  }
}
