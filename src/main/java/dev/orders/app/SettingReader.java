package dev.orders.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads variables as what they mean, and refuses what they cannot mean: name, value and what is
 * allowed.
 */
final class SettingReader {

  private static final Set<String> LANGUAGES = Set.of("ko", "en");

  private final Variables variables;

  SettingReader(Variables variables) {
    this.variables = variables;
  }

  String text(String name, String fallback) {
    return variables.find(name).orElse(fallback);
  }

  Duration duration(String name, Duration fallback) {
    return read(name, fallback, Durations.EXAMPLES, Durations::parse);
  }

  /** A duration between these two, which are written as people write them. */
  Duration duration(String name, Duration fallback, String least, String most) {
    Duration shortest = Durations.parse(least).orElseThrow();
    Duration longest = Durations.parse(most).orElseThrow();
    return read(
        name,
        fallback,
        "from %s to %s, such as 30s or 5m".formatted(least, most),
        text ->
            Durations.parse(text)
                .filter(it -> it.compareTo(shortest) >= 0 && it.compareTo(longest) <= 0));
  }

  int count(String name, int fallback) {
    return read(name, fallback, "a whole number from 0 to 1000", SettingReader::parseCount);
  }

  boolean flag(String name, boolean fallback) {
    return read(name, fallback, "true or false", SettingReader::parseFlag);
  }

  /** A share from 0 to 1. */
  double share(String name, double fallback) {
    return read(name, fallback, "a number from 0 to 1, such as 0.2", SettingReader::parseShare);
  }

  /** A directory, absolute, whether it exists or not. */
  Path directory(String name, String fallback) {
    return read(name, Path.of(fallback), "the path of a directory", SettingReader::parsePath)
        .toAbsolutePath()
        .normalize();
  }

  /** A file that can be read; empty when none is named. */
  Optional<Path> file(String name) {
    String allowed = "the path of a file that can be read";
    Path none = Path.of("");
    Path file = read(name, none, allowed, text -> parsePath(text).filter(Files::isReadable));
    return Optional.of(file).filter(found -> !found.equals(none));
  }

  /** A language that there are texts in. */
  Locale locale(String name, Locale fallback) {
    return read(name, fallback, "ko, ko-KR, en or en-US", SettingReader::parseLocale);
  }

  ZoneId zone(String name, ZoneId fallback) {
    return read(name, fallback, "a time zone such as Asia/Seoul or UTC", SettingReader::parseZone);
  }

  <T> T read(String name, T fallback, String allowed, Function<String, Optional<T>> parser) {
    Optional<String> text = variables.find(name);
    if (text.isEmpty()) {
      return fallback;
    }
    return parser.apply(text.get()).orElseThrow(() -> refusal(name, text.get(), allowed));
  }

  private static ProblemException refusal(String name, String value, String allowed) {
    return new ProblemException(
        ProblemException.Reason.USAGE,
        "%s is \"%s\"; it must be %s.".formatted(name, value, allowed));
  }

  private static Optional<Integer> parseCount(String text) {
    return Optional.of(text)
        .filter(t -> t.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .filter(n -> n <= 1000);
  }

  private static Optional<Boolean> parseFlag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1" -> Optional.of(true);
      case "false", "no", "off", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> parseShare(String text) {
    return Optional.of(text).filter(t -> t.matches("0|1|1\\.0+|0?\\.[0-9]+")).map(Double::valueOf);
  }

  private static Optional<Path> parsePath(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Locale> parseLocale(String text) {
    Locale locale = Locale.forLanguageTag(text.replace('_', '-'));
    return Optional.of(locale).filter(l -> LANGUAGES.contains(l.getLanguage()));
  }

  private static Optional<ZoneId> parseZone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
