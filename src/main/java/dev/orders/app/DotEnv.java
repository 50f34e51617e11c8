package dev.orders.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a {@code .env} file: {@code NAME=value} a line, {@code #} comments, an optional {@code
 * export}, values bare or in single or double quotes; a byte order mark is passed over. Nothing in
 * it is expanded or executed.
 */
final class DotEnv {

  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

  private DotEnv() {}

  /** The variables of the file; empty when there is no such file. */
  static Map<String, String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Map.of();
    }
    try {
      return parse(Files.readString(file), file);
    } catch (IOException e) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "cannot read " + file + " as UTF-8 text (" + e.getMessage() + ").",
          e);
    }
  }

  private static Map<String, String> parse(String text, Path file) {
    Map<String, String> variables = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
      number++;
      String trimmed = line.strip();
      if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
        define(trimmed, variables, file + ":" + number);
      }
    }
    return variables;
  }

  private static void define(String line, Map<String, String> variables, String place) {
    String assignment = line.startsWith("export ") ? line.substring(7).strip() : line;
    int equals = assignment.indexOf('=');
    String name = equals < 0 ? assignment : assignment.substring(0, equals).strip();
    if (equals < 0 || !name.matches(NAME)) {
      // The line itself is not shown: it may hold a secret.
      throw new ProblemException(
          ProblemException.Reason.USAGE, place + ": this line is not NAME=value.");
    }
    variables.put(name, value(assignment.substring(equals + 1).strip()));
  }

  private static String value(String raw) {
    char quote = raw.isEmpty() ? ' ' : raw.charAt(0);
    int end = quote == '"' || quote == '\'' ? raw.indexOf(quote, 1) : -1;
    if (end > 0) {
      return raw.substring(1, end);
    }
    int comment = raw.indexOf(" #");
    return comment < 0 ? raw : raw.substring(0, comment).strip();
  }
}
