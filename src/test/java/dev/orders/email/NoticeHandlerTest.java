package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskResult;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeHandlerTest {

  @TempDir private Path outbox;

  @Test
  void should_tell_the_tracking_number_in_korean() throws Exception {
    RecordedAttempt attempt = attempt("TRK0123456789");

    TaskResult result = handle(Samples.KOREAN, attempt);

    assertThat(attempt.calls()).containsExactly("0", "before", "100");
    assertThat(result.facts()).containsEntry("tracking_number", "TRK0123456789");
    MimeMessage letter = letter(result);
    assertThat(letter.getSubject()).isEqualTo("김민수님, 주문하신 상품이 발송되었습니다 (주문 번호 17)");
    assertThat(MimeParts.text(letter)).contains("운송장 번호: TRK0123456789\n", "노트북 김민수 × 1");
    assertThat(MimeParts.html(letter)).contains(">TRK0123456789</td>");
  }

  @Test
  void should_tell_the_tracking_number_in_english() throws Exception {
    MimeMessage letter = letter(handle(Samples.ENGLISH, attempt("TRK0123456789")));

    assertThat(letter.getSubject()).isEqualTo("김민수, your order 17 is on its way");
    assertThat(MimeParts.text(letter)).contains("Tracking number: TRK0123456789\n");
  }

  @Test
  void should_give_up_at_once_without_a_tracking_number() {
    assertThatThrownBy(() -> handle(Samples.KOREAN, attempt(null)))
        .isInstanceOf(PermanentFailureException.class);
  }

  @Test
  void should_say_what_could_not_be_written_where_and_why() throws Exception {
    Files.deleteIfExists(outbox);
    Files.writeString(outbox, "a file where the outbox should be");

    assertThatThrownBy(() -> handle(Samples.KOREAN, attempt("TRK0123456789")))
        .hasMessageStartingWith("cannot write 17-notice.")
        .hasMessageEndingWith(".eml into " + outbox + ": it is not a directory");
  }

  private static RecordedAttempt attempt(@Nullable String trackingNumber) {
    return new RecordedAttempt(
        Samples.delivery(NoticeHandler.TYPE, Samples.body(), trackingNumber));
  }

  private TaskResult handle(MailSettings settings, RecordedAttempt attempt) throws Exception {
    return new NoticeHandler(new LetterWriter(settings), new OutboxMailer(outbox)).handle(attempt);
  }

  private MimeMessage letter(TaskResult result) throws Exception {
    try (InputStream in = Files.newInputStream(outbox.resolve(result.facts().get("file")))) {
      return new MimeMessage((Session) null, in);
    }
  }
}
