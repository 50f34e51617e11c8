package dev.orders.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The texts behind the settings, by name: a flag wins over the environment, and that over the
 * {@code .env} file of the working directory. An empty text counts as none.
 */
public final class Variables {

  private final List<Map<String, String>> layers;

  private Variables(List<Map<String, String>> layers) {
    this.layers = List.copyOf(layers);
  }

  /** The environment, then the {@code .env} file of the directory if it has one. */
  public static Variables of(Map<String, String> environment, Path directory) {
    return new Variables(List.of(environment, DotEnv.read(directory.resolve(".env"))));
  }

  /** These variables with a flag before them; the same variables when the flag was not given. */
  public Variables withFlag(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    List<Map<String, String>> all = new ArrayList<>(List.of(Map.of(name, value)));
    all.addAll(layers);
    return new Variables(all);
  }

  /** The text under the first of these names that any layer has, nearer layers first. */
  Optional<String> find(String... names) {
    for (Map<String, String> layer : layers) {
      for (String name : names) {
        String text = layer.getOrDefault(name, "").strip();
        if (!text.isEmpty()) {
          return Optional.of(text);
        }
      }
    }
    return Optional.empty();
  }

  /** A secret: under its own name, or in the file that {@code <name>_FILE} names. */
  Optional<String> secret(String... names) {
    for (Map<String, String> layer : layers) {
      Variables nearest = new Variables(List.of(layer));
      for (String name : names) {
        Optional<String> secret =
            nearest.find(name).or(() -> nearest.find(name + "_FILE").map(f -> content(name, f)));
        if (secret.isPresent()) {
          return secret;
        }
      }
    }
    return Optional.empty();
  }

  private static String content(String name, String file) {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "cannot read %s, which %s_FILE names. It must be a readable file that holds the secret."
              .formatted(file, name),
          e);
    }
  }
}
