package dev.orders.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Runs examples/ci.sh with a stand-in for the launcher, which notes how it is called and ends each
 * time with the next exit code of a list: so every code is met, whatever the machine's Redis does.
 */
@Timeout(60)
class CiScriptTest {

  private static final String STAND_IN =
      """
      #!/usr/bin/env bash
      cd "$(dirname "$0")" || exit 99
      echo "$*" >>calls
      code=$(head -1 codes)
      sed -i.bak 1d codes
      [[ $1 == submit && $code =~ ^(0|1|5|6)$ ]] && printf '17\\n18\\n'
      exit "$code"
      """;

  private static final String SUBMIT =
      "submit --wait --timeout 9s --idempotency-key ci-1 -o id batch.ndjson";

  @TempDir Path directory;

  private record Outcome(int code, String out, String talk, List<String> calls) {}

  @BeforeEach
  void placeStandIn() throws IOException {
    Path orders = Files.writeString(directory.resolve("orders"), STAND_IN);
    assertThat(orders.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void should_submit_wait_and_print_the_ids() throws Exception {
    Outcome outcome = run("0", "0");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("17\n18\n");
    assertThat(outcome.talk()).contains("exit code 0: every task of every order succeeded");
    assertThat(outcome.calls()).containsExactly(SUBMIT, "wait 18 --timeout 30s -o jsonl");
  }

  @Test
  void should_submit_again_under_the_same_key_while_redis_is_away() throws Exception {
    Outcome outcome = run("6", "6", "0", "0");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEqualTo("17\n18\n");
    assertThat(outcome.calls()).startsWith(SUBMIT, SUBMIT, SUBMIT).hasSize(4);
  }

  @Test
  void should_give_up_after_three_attempts_and_name_the_key() throws Exception {
    Outcome outcome = run("6", "6", "6");

    assertThat(outcome.code()).isEqualTo(6);
    assertThat(outcome.talk()).contains("run this again with BATCH_KEY=ci-1");
    assertThat(outcome.calls()).hasSize(3);
  }

  @Test
  void should_wait_once_more_without_submitting_when_the_time_is_up() throws Exception {
    Outcome outcome = run("5", "5");

    assertThat(outcome.code()).isEqualTo(5);
    assertThat(outcome.out()).isEqualTo("17\n18\n");
    assertThat(outcome.calls()).containsExactly(SUBMIT, "wait 17 18 --timeout 9s -o id");
  }

  @ParameterizedTest
  @CsvSource({
    "1, a task failed",
    "2, the command is wrong",
    "3, is not valid",
    "4, there is no such",
    "7, has been used for other orders",
    "8, a check failed",
    "9, trouble on this machine",
    "70, a bug",
    "130, stopped",
    "143, stopped",
    "127, could not be run",
  })
  void should_end_with_the_code_of_orders_and_say_what_it_means(int code, String meaning)
      throws Exception {
    Outcome outcome = run(Integer.toString(code));

    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.talk()).contains("exit code " + code + ": ").contains(meaning);
    assertThat(outcome.calls()).hasSize(1);
  }

  private Outcome run(String... codes) throws IOException, InterruptedException {
    Files.write(directory.resolve("codes"), List.of(codes));
    Path script = Path.of("examples", "ci.sh").toAbsolutePath();
    ProcessBuilder builder = new ProcessBuilder("bash", script.toString(), "batch.ndjson");
    builder.environment().put("ORDERS", directory.resolve("orders").toString());
    builder.environment().put("BATCH_KEY", "ci-1");
    builder.environment().put("WAIT_TIMEOUT", "9s");
    builder.environment().put("RETRY_PAUSE", "0");
    Path out = directory.resolve("out");
    Path talk = directory.resolve("talk");
    Process process = builder.redirectOutput(out.toFile()).redirectError(talk.toFile()).start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    List<String> calls = Files.readAllLines(directory.resolve("calls"));
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(talk), calls);
  }
}
