package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskResult;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The confirmation as it lies in the outbox. */
class ConfirmationHandlerTest {

  @TempDir private Path directory;

  @Test
  void should_tell_how_far_it_is_and_what_it_wrote() throws Exception {
    RecordedAttempt attempt = attempt(Samples.body());

    TaskResult result = handle(Samples.KOREAN, attempt);

    String name = attempt.delivery().effectName();
    assertThat(attempt.calls()).containsExactly("0", "30", "70", "before", "100");
    assertThat(result)
        .isEqualTo(
            TaskResult.of(
                Map.of(
                    "message_id", "<" + name + "@shop.example>",
                    "file", name + ".eml",
                    "directory", outbox().toString())));
    assertThat(files()).containsExactly(name + ".eml");
  }

  @Test
  void should_remove_what_a_crashed_delivery_has_left() throws Exception {
    RecordedAttempt first = attempt(Samples.body());
    String name = first.delivery().effectName();
    Files.createDirectories(outbox());
    Files.writeString(outbox().resolve("." + name + ".1.tmp"), "half a let");

    handle(Samples.KOREAN, again(first.delivery()));

    assertThat(files()).containsExactly(name + ".eml");
  }

  @Test
  void should_fail_for_good_when_the_order_cannot_be_read() {
    assertThatThrownBy(() -> handle(Samples.KOREAN, attempt("{홍길동")))
        .isInstanceOf(PermanentFailureException.class)
        .hasMessageStartingWith("the order's stored JSON cannot be read: ")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContain("홍길동"));
  }

  @Test
  void should_let_nobody_else_read_a_letter() throws Exception {
    handle(Samples.KOREAN, attempt(Samples.body()));

    assertThat(Files.getPosixFilePermissions(outbox().resolve(files().get(0))))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void should_greet_in_korean_and_list_what_was_ordered() throws Exception {
    MimeMessage letter = written(Samples.KOREAN, Samples.body());

    assertThat(letter.getSubject()).isEqualTo("김민수님, 주문이 접수되었습니다 (주문 번호 17)");
    assertThat(MimeParts.text(letter))
        .isEqualTo(
            """
            김민수님, 안녕하세요.

            주문 번호 17, 주문 금액 1,465,000원의 주문이 정상적으로 접수되어 상품을 준비하고 있습니다. \
            배송이 시작되면 다시 알려 드리겠습니다.

            주문 번호: 17
            주문 일시: 2026년 3월 6일 08:30
            주문 금액: 1,465,000원

            [주문 상품]
              - 노트북 김민수 × 1: 1,500,000원
              - USB-C <cable> & co × 1,200: 12,000원

              상품 합계: 1,512,000원
              봄맞이 할인: -50,000원
              배송비: 3,000원
              총 주문 금액: 1,465,000원

            [배송지]
              김민수
              (06234) 서울시 강남구 테헤란로 123
              대한민국
              전화 010-1234-5678

            --\s
            한빛 상점
            본 메일은 이 주소로 주문이 접수되어 자동으로 발송되었습니다.
            """);
  }

  @Test
  void should_greet_in_english() throws Exception {
    String body = Samples.bodyFor("Jane O'Neil", "jane@mail.example");

    MimeMessage letter = written(Samples.ENGLISH, body);

    assertThat(letter.getSubject()).isEqualTo("Jane O'Neil, we have your order 17");
    assertThat(MimeParts.text(letter))
        .startsWith("Dear Jane O'Neil,\n\nwe have received your order 17 of ₩1,465,000")
        .contains("Order date: 6 March 2026, 08:30\n")
        .contains("\n  Jane O'Neil\n  테헤란로 123\n  서울시 강남구 06234\n");
  }

  @Test
  void should_say_the_same_in_html() throws Exception {
    String html = MimeParts.html(written(Samples.KOREAN, Samples.body()));

    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"ko\">")
        .contains("김민수님, 안녕하세요.", ">노트북 김민수</td>", ">USB-C &lt;cable&gt; &amp; co</td>")
        .contains(">1,200</td>", ">1,500,000원</td>", ">1,512,000원</td>", ">-50,000원</td>")
        .contains(">1,465,000원</td>", "(06234) 서울시 강남구 테헤란로 123<br>");
  }

  @Test
  void should_write_headers_that_every_mail_program_reads() throws Exception {
    MimeMessage letter = written(Samples.KOREAN, Samples.body());

    InternetAddress from = (InternetAddress) letter.getFrom()[0];
    InternetAddress to = (InternetAddress) letter.getAllRecipients()[0];
    assertThat(from.toUnicodeString()).isEqualTo("\"한빛 상점\" <orders@shop.example>");
    assertThat(to.getPersonal()).isEqualTo("김민수");
    assertThat(to.getAddress()).isEqualTo("kim.minsu@mail.example");
    assertThat(letter.getHeader("Date")).containsExactly("Fri, 6 Mar 2026 08:30:15 +0900");
    assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(letter.getContentType()).startsWith("multipart/alternative;");
    assertThat(Files.readString(onlyFile())).matches("(?s)\\p{ASCII}*");
  }

  @Test
  void should_write_the_same_bytes_again() throws Exception {
    handle(Samples.KOREAN, attempt(Samples.body()));
    byte[] first = Files.readAllBytes(onlyFile());

    handle(Samples.KOREAN, attempt(Samples.body()));

    assertThat(Files.readAllBytes(onlyFile())).isEqualTo(first);
  }

  @Test
  void should_leave_nothing_behind_when_the_task_is_no_longer_its_own() throws Exception {
    RecordedAttempt attempt = attempt(Samples.body()).abandoned();

    assertThatThrownBy(() -> handle(Samples.KOREAN, attempt))
        .isInstanceOf(AttemptAbandonedException.class);

    assertThat(files()).isEmpty();
  }

  @Test
  void should_fail_and_be_retried_when_the_outbox_cannot_be_written() throws Exception {
    Files.createFile(outbox());

    assertThatThrownBy(() -> handle(Samples.KOREAN, attempt(Samples.body())))
        .isInstanceOf(IOException.class);
  }

  @Test
  void should_say_that_the_disk_is_full_and_leave_nothing_behind() throws Exception {
    Files.createDirectories(outbox());
    Files.createSymbolicLink(draft(1), Path.of("/dev/full"));

    assertThatThrownBy(() -> handle(Samples.KOREAN, attempt(Samples.body())))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left");

    assertThat(files()).isEmpty();
  }

  @Test
  void should_give_up_at_once_on_an_address_that_no_header_can_carry() {
    String body = Samples.bodyFor("Kim", "김@mail.example");

    assertThatThrownBy(() -> handle(Samples.KOREAN, attempt(body)))
        .isInstanceOf(PermanentFailureException.class)
        .hasMessage("customer_email is not an address that mail can be sent to");
  }

  @Test
  void should_write_to_every_address_that_an_order_may_have() throws Exception {
    String address = "o'hara+!#$%&*/=?^_`{|}~-.x@xn--xx3br43b.a-b.example";

    MimeMessage letter = written(Samples.KOREAN, Samples.bodyFor("Kim", address));

    assertThat(((InternetAddress) letter.getAllRecipients()[0]).getAddress()).isEqualTo(address);
  }

  @Test
  void should_say_so_when_e_mail_is_disabled() throws Exception {
    ConfirmationHandler handler =
        new ConfirmationHandler(new LetterWriter(Samples.KOREAN), new DisabledMailer());

    assertThat(handler.handle(attempt(Samples.body())).facts())
        .isEqualTo(Map.of("skipped", "true"));
  }

  private static RecordedAttempt attempt(String body) {
    return new RecordedAttempt(Samples.delivery(ConfirmationHandler.TYPE, body, null));
  }

  private TaskResult handle(MailSettings settings, RecordedAttempt attempt) throws Exception {
    return new ConfirmationHandler(new LetterWriter(settings), new OutboxMailer(outbox()))
        .handle(attempt);
  }

  private MimeMessage written(MailSettings settings, String body) throws Exception {
    handle(settings, attempt(body));
    try (InputStream in = Files.newInputStream(onlyFile())) {
      return new MimeMessage((Session) null, in);
    }
  }

  private Path outbox() {
    return directory.resolve("outbox");
  }

  private Path draft(long delivery) {
    return outbox()
        .resolve("." + attempt(Samples.body()).delivery().effectName() + "." + delivery + ".tmp");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(outbox())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static RecordedAttempt again(Delivery first) {
    return new RecordedAttempt(
        new Delivery(
            first.id(),
            first.queue(),
            first.number() + 1,
            0,
            Delivery.Effect.NONE,
            null,
            first.order()));
  }

  private Path onlyFile() throws IOException {
    assertThat(files()).hasSize(1);
    return outbox().resolve(files().get(0));
  }
}
