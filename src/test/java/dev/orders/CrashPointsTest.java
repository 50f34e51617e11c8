package dev.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every test that docs/crash-points.md names exists. */
class CrashPointsTest {

  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)#(\\w+)`");

  @Test
  void should_name_only_tests_that_exist() throws IOException {
    Map<String, Path> sources = sources();
    List<MatchResult> named =
        TEST.matcher(Files.readString(Path.of("docs", "crash-points.md"))).results().toList();

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named)
        .allSatisfy(
            test ->
                assertThat(sources.get(test.group(1)))
                    .as(test.group())
                    .isNotNull()
                    .content()
                    .contains("void " + test.group(2) + "("));
  }

  private static Map<String, Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  Function.identity(),
                  (one, other) -> one));
    }
  }
}
