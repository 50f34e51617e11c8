package dev.orders;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/orders} beside a jar that is built already. */
class LauncherIT {

  private static final Path LAUNCHER = Path.of("scripts", "orders").toAbsolutePath();

  @TempDir Path directory;

  private final Map<String, String> environment =
      new TreeMap<>(
          Map.of("PATH", System.getenv("PATH"), "JAVA_HOME", System.getProperty("java.home")));

  private record Finished(int code, String out, String err) {}

  @Test
  void should_run_from_any_directory_through_a_symlink_to_a_symlink() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("orders"), LAUNCHER);
    Path relative = Files.createSymbolicLink(directory.resolve("again"), link.getFileName());

    Finished finished = run(relative, "--version");

    assertThat(finished.out()).startsWith("orders ");
    assertThat(finished.err()).isEmpty();
    assertThat(finished.code()).isZero();
  }

  @Test
  void should_open_a_file_with_a_korean_name_where_there_is_no_locale() throws Exception {
    Files.writeString(directory.resolve("주문.json"), "{}");
    environment.put("LC_ALL", "C");

    Finished finished = run(LAUNCHER, "submit", "--dry-run", "주문.json");

    assertThat(finished.err()).contains("주문.json:1: customer_email");
    assertThat(finished.code()).isEqualTo(3);
  }

  @Test
  void should_pass_on_the_exit_code_and_further_options_for_java() throws Exception {
    environment.put("ORDERS_JAVA_OPTS", "-Xmx64m  -Dsome=thing");
    assertThat(run(LAUNCHER, "no-such-verb").code()).isEqualTo(2);
    environment.put("ORDERS_JAVA_OPTS", "--no-such-option");
    assertThat(run(LAUNCHER, "--version").err()).contains("--no-such-option");
  }

  @Test
  void should_take_java_from_the_path_where_java_home_is_too_old() throws Exception {
    environment.put("JAVA_HOME", oldJava().toString());
    environment.put("PATH", Path.of(System.getProperty("java.home"), "bin") + ":/usr/bin:/bin");

    assertThat(run(LAUNCHER, "--version").code()).isZero();
  }

  @Test
  void should_say_which_java_it_found_and_which_it_needs() throws Exception {
    environment.put("JAVA_HOME", oldJava().toString());
    environment.put("PATH", toolsWithoutJava().toString());

    Finished finished = run(LAUNCHER, "--version");

    assertThat(finished.err())
        .startsWith("orders: needs Java 17 or newer, and found none; ")
        .contains(directory + "/old is Java 8.");
    assertThat(finished.out()).isEmpty();
    assertThat(finished.code()).isEqualTo(9);
  }

  @Test
  void should_make_its_archive_once_and_use_it_from_then_on() throws Exception {
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    Finished first = run(LAUNCHER, "--version");
    Finished second = run(LAUNCHER, "--version");
    await().atMost(5, MINUTES).until(() -> archives().size() == 1 && locks().isEmpty());
    environment.put("ORDERS_JAVA_OPTS", "-Xlog:class+load:file=classes.txt");

    Finished finished = run(LAUNCHER, "--version");

    assertThat(List.of(first, second)).containsOnly(finished);
    assertThat(Files.readString(directory.resolve("classes.txt")))
        .contains("dev.orders.cli.OrdersCli source: shared objects file");
    assertThat(locks()).isEmpty();
  }

  @Test
  void should_do_without_an_archive_that_java_refuses_and_without_a_cache() throws Exception {
    Path cache = Files.createDirectories(directory.resolve("cache/orders/classes"));
    environment.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
    environment.put("CI", "true");
    Path jar = LAUNCHER.resolveSibling("../target/orders.jar").toRealPath();
    Path archive = Files.writeString(cache.resolve(archiveName(jar)), "not an archive");
    Files.setLastModifiedTime(archive, Files.getLastModifiedTime(jar));
    Finished refused = run(LAUNCHER, "--version");
    environment.put("XDG_CACHE_HOME", "/dev/null");
    environment.remove("CI");
    Finished homeless = run(LAUNCHER, "--version");

    assertThat(List.of(refused, homeless))
        .allSatisfy(finished -> assertThat(finished.err()).isEmpty())
        .allSatisfy(finished -> assertThat(finished.out()).startsWith("orders "))
        .allSatisfy(finished -> assertThat(finished.code()).isZero());
  }

  private static String archiveName(Path jar) {
    String home = System.getProperty("java.home");
    String name = jar + "@" + home + "@" + System.getProperty("java.runtime.version");
    return name.replace('/', ',') + ".jsa";
  }

  private List<Path> archives() throws IOException {
    return cached("*.jsa");
  }

  private List<Path> locks() throws IOException {
    return cached("*.lock");
  }

  private List<Path> cached(String pattern) throws IOException {
    List<Path> found = new ArrayList<>();
    Path folder = directory.resolve("cache/orders/classes");
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, pattern)) {
        files.forEach(found::add);
      }
    }
    return found;
  }

  private Path oldJava() throws IOException {
    Path home = directory.resolve("old");
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"1.8.0_402\"\n");
    return home;
  }

  /** What the launcher calls, and nothing else. */
  private Path toolsWithoutJava() throws IOException {
    Path tools = Files.createDirectories(directory.resolve("tools"));
    for (String tool : new String[] {"bash", "env", "dirname", "basename", "readlink", "sed"}) {
      Path usual = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin") : Path.of("/bin");
      Files.createSymbolicLink(tools.resolve(tool), usual.resolve(tool));
    }
    return tools;
  }

  private Finished run(Path launcher, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment);
    Path err = directory.resolve("err");
    Process process = builder.directory(directory.toFile()).redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Finished(process.waitFor(), out, Files.readString(err));
  }
}
