package dev.orders.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.order.OrderJson;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would do harm, in every place of an order that takes a name. */
class HostileOrderTest {

  /** As they stand in JSON. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kim\\r\\nBcc: victim@mail.example",
        "Kim\\r\\n\\r\\n<h1>all yours</h1>",
        "Kim\\nX-Evil: 1",
        "Kim\\u0000\\u001b[2J\\u007f",
        "\\u202egnp.exe\\u202c \\u2066x",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\\\" onmouseover=\\\"alert(1)",
        "=?utf-8?B?QmNjOiB4?=",
        "Kim, <victim@mail.example>",
        "{0} %s %n ${x} '",
        "👩‍👩‍👧‍👦🏴‍☠️ 김",
        "\\ud83d half",
        ".\\r\\n.\\r\\nQUIT"
      })
  void should_do_no_harm_with_a_name(String jsonName) throws Exception {
    MimeMessage letter = parsed(written(everywhere(jsonName)));

    assertHarmless(letter);
  }

  @Test
  void should_do_no_harm_with_a_very_long_name() throws Exception {
    for (String part : List.of("a", "가", "👍", "<", "a b ")) {
      String name = part.repeat(65_000 / part.getBytes(StandardCharsets.UTF_8).length);
      byte[] bytes = written(Samples.bodyFor(name, "kim@mail.example"));

      MimeMessage letter = parsed(bytes);

      assertHarmless(letter);
      assertThat(letter.getSubject().length()).isLessThan(200);
      assertThat(longestLine(bytes)).isLessThanOrEqualTo(998);
    }
  }

  @Test
  void should_show_the_name_as_it_is_where_it_can() throws Exception {
    MimeMessage letter = parsed(written(everywhere("👩‍👩‍👧‍👦 <Kim> & \\\"Co\\\"")));

    InternetAddress to = (InternetAddress) letter.getAllRecipients()[0];
    assertThat(to.getPersonal()).isEqualTo("👩‍👩‍👧‍👦 <Kim> & \"Co\"");
    assertThat(MimeParts.text(letter)).startsWith("👩‍👩‍👧‍👦 <Kim> & \"Co\"님, ");
  }

  private static void assertHarmless(MimeMessage letter) throws Exception {
    List<String> headers =
        Collections.list(letter.getAllHeaders()).stream().map(each -> each.getName()).toList();
    assertThat(headers)
        .containsExactlyInAnyOrder(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted");
    assertThat(letter.getAllRecipients()).hasSize(1);
    assertThat(((InternetAddress) letter.getAllRecipients()[0]).getAddress())
        .isEqualTo("kim@mail.example");
    assertThat(letter.getSubject()).doesNotContainPattern("[\\p{Cc}\\u202e\\u2066]");
    assertThat(MimeParts.text(letter)).doesNotContainPattern("[\\p{Cc}\\u202e\\u2066&&[^\n]]");
    assertThat(MimeParts.html(letter))
        .doesNotContain("<script", "<img", "\" onmouseover", "all yours</h1>")
        .doesNotContainPattern("[\\p{Cc}\\u202e\\u2066&&[^\n]]");
  }

  private static byte[] written(String body) throws Exception {
    Letter letter =
        new LetterWriter(Samples.KOREAN)
            .confirmation(
                Samples.delivery(ConfirmationHandler.TYPE, body, null), OrderJson.parse(body));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new MimeLetter(letter).writeTo(bytes);
    return bytes.toByteArray();
  }

  private static String everywhere(String jsonName) {
    String body = Samples.bodyFor(jsonName, "kim@mail.example");
    for (String words :
        List.of("봄맞이 할인", "테헤란로 123", "서울시 강남구", "06234", "대한민국", "010-1234-5678")) {
      body = body.replace(words, jsonName);
    }
    return body;
  }

  private static MimeMessage parsed(byte[] bytes) throws Exception {
    return new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
  }

  private static int longestLine(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII)
        .lines()
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }
}
