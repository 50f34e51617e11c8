package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.ProblemException;
import dev.orders.queue.BrokerException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorHandlerTest {

  private final StringWriter err = new StringWriter();
  private final ErrorHandler handler = new ErrorHandler(new PrintWriter(err), Ink.PLAIN, false);

  @ParameterizedTest
  @CsvSource({"USAGE, 2", "INPUT, 3", "NOT_FOUND, 4", "TIMED_OUT, 5", "CONFLICT, 7", "LOCAL, 9"})
  void should_answer_a_problem_with_its_sentence_and_its_code(
      ProblemException.Reason reason, int code) {
    assertThat(handler.handle(new ProblemException(reason, "no such order: 17."))).isEqualTo(code);
    assertThat(err).hasToString("orders: no such order: 17.\n");
  }

  @Test
  void should_answer_6_when_redis_fails() {
    BrokerException error =
        new BrokerException(BrokerException.Reason.UNREACHABLE, "cannot reach Redis.", null);

    assertThat(handler.handle(error)).isEqualTo(6);
    assertThat(err).hasToString("orders: cannot reach Redis.\n");
  }

  @Test
  void should_name_the_file_and_the_reason_when_the_disk_does_not_play_along() {
    assertThat(handler.handle(new UncheckedIOException(new AccessDeniedException("/x/y.pdf"))))
        .isEqualTo(9);
    assertThat(err).hasToString("orders: cannot use /x/y.pdf (permission denied).\n");
  }

  @Test
  void should_say_what_could_not_be_done_and_why_when_a_disk_is_full() {
    IOException full = new IOException("No space left on device");

    assertThat(handler.handle(new UncheckedIOException("cannot write the output", full)))
        .isEqualTo(9);
    assertThat(err).hasToString("orders: cannot write the output (No space left on device).\n");
  }

  @Test
  void should_say_nothing_and_answer_0_when_the_reader_has_gone() {
    assertThat(handler.handle(new ClosedPipeException(new IOException("Broken pipe")))).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void should_call_a_bug_a_bug_without_a_trace() {
    assertThat(handler.handle(new IllegalStateException("x"))).isEqualTo(70);
    assertThat(err.toString())
        .contains("bug")
        .contains("--stacktrace")
        .doesNotContain(" at dev.orders.");
  }

  @Test
  void should_show_the_trace_when_asked() {
    ErrorHandler talkative = new ErrorHandler(new PrintWriter(err), Ink.PLAIN, true);

    assertThat(talkative.handle(new IllegalStateException("x"))).isEqualTo(70);
    assertThat(err.toString()).contains(" at dev.orders.");
  }

  @Test
  void should_not_let_data_in_a_message_steer_the_terminal() {
    handler.complain("no such order: \u001B[2J\u202E17");

    assertThat(err).hasToString("orders: no such order: 17\n");
  }
}
