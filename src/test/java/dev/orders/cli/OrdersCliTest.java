package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersCliTest {

  @TempDir Path directory;

  private final Map<String, String> environment = Map.of();

  @Test
  void should_print_its_help_to_stdout_and_exit_0_when_asked() {
    TestConsole console = new TestConsole(environment, directory);

    assertThat(console.run("--help")).isZero();
    assertThat(console.out()).contains("Usage: orders").doesNotContain("\u001B[");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void should_colour_its_help_only_when_told_to() {
    TestConsole console = new TestConsole(Map.of("NO_COLOR", "1"), directory);

    assertThat(console.run("--color", "always", "--help")).isZero();
    assertThat(console.out()).contains("\u001B[");
  }

  @Test
  void should_print_its_version() {
    TestConsole console = new TestConsole(environment, directory);

    assertThat(console.run("--version")).isZero();
    assertThat(console.out()).startsWith("orders ");
  }

  @Test
  void should_show_its_help_as_a_usage_error_when_no_command_is_given() {
    TestConsole console = new TestConsole(environment, directory);

    assertThat(console.run()).isEqualTo(2);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).contains("Usage: orders");
  }

  @Test
  void should_answer_an_unknown_option_in_two_lines() {
    TestConsole console = new TestConsole(environment, directory);

    assertThat(console.run("--quit")).isEqualTo(2);
    assertThat(console.out()).isEmpty();
    assertThat(console.err().lines()).hasSize(2);
    assertThat(console.err()).startsWith("orders: ").contains("--quit").contains("--quiet");
  }

  @Test
  void should_say_which_option_of_a_group_is_missing() {
    TestConsole console = new TestConsole(environment, directory);

    assertThat(console.run("retry", "--dead")).isEqualTo(2);
    assertThat(console.err()).startsWith("orders: Missing required argument(s): --queue=QUEUE.");
  }
}
