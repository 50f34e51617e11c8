package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The monitor's files as they lie in the source: rules that each of them keeps. */
class MonitorFilesTest {

  private static final Path FOLDER = Path.of("src/main/resources/dev/orders/http/monitor");
  private static final Pattern KEY = Pattern.compile("\\b(?:t|count)\\(\"([a-zA-Z.-]+)\"");
  private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]+)\"");

  private static Map<String, String> files(String suffix) {
    try (Stream<Path> found = Files.list(FOLDER)) {
      Map<String, String> files = new TreeMap<>();
      for (Path file : found.filter(path -> path.toString().endsWith(suffix)).toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
      return files;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void should_serve_every_script_style_and_image() {
    Set<String> there = new TreeSet<>();
    for (String suffix : new String[] {".js", ".css", ".svg"}) {
      there.addAll(files(suffix).keySet());
    }
    assertThat(Monitor.FILES).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void should_never_set_what_comes_from_outside_as_markup() {
    files(".js")
        .forEach(
            (name, script) ->
                assertThat(script.replace("http://www.w3.org/2000/svg", ""))
                    .as(name)
                    .doesNotContain(
                        "innerHTML",
                        "outerHTML",
                        "insertAdjacentHTML",
                        "document.write",
                        "eval(",
                        "new Function",
                        "DOMParser",
                        "srcdoc",
                        "setAttribute(\"style\"",
                        "http:",
                        "https:"));
  }

  @Test
  void should_keep_each_script_and_style_short() {
    files(".js")
        .forEach((name, script) -> assertThat(script.lines()).as(name).hasSizeLessThan(170));
    files(".css").forEach((name, style) -> assertThat(style.lines()).as(name).hasSizeLessThan(170));
  }

  @Test
  void should_import_only_what_is_there_and_leave_no_script_unused() {
    Set<String> imported = new TreeSet<>(Set.of("main.js"));
    for (String script : files(".js").values()) {
      IMPORT.matcher(script).results().forEach(found -> imported.add(found.group(1)));
    }
    assertThat(files(".js").keySet()).isEqualTo(imported);
  }

  @Test
  void should_have_a_text_for_every_key_in_english() {
    Set<String> used =
        files(".js").values().stream()
            .flatMap(script -> KEY.matcher(script).results().map(found -> found.group(1)))
            .filter(key -> !key.endsWith("."))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(MonitorTexts.own(Locale.ENGLISH).keySet());
    Set<String> spoken = new TreeSet<>();
    known.forEach(key -> spoken.add(key.replaceFirst("\\.(one|other)$", "")));
    used.removeIf(key -> key.startsWith("message."));
    assertThat(spoken).containsAll(used);
  }

  @Test
  void should_say_everything_in_korean_too() throws IOException {
    Set<String> english = keys("texts.properties");
    english.removeIf(key -> key.endsWith(".one"));

    assertThat(keys("texts_ko.properties")).isEqualTo(english);
  }

  private static Set<String> keys(String bundle) throws IOException {
    return Files.readAllLines(FOLDER.resolve(bundle)).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.substring(0, line.indexOf('=')).strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
