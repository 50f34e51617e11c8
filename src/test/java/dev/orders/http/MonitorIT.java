package dev.orders.http;

import static dev.orders.http.TestApi.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How the monitor's files are served; what they do in a browser is another test's matter. */
class MonitorIT {

  private static final String TOKEN = "full-token-0123456789";
  private static final TestApi API = new TestApi();
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");

  @AfterAll
  static void close() {
    API.close();
  }

  private static List<String> links() {
    return LINK.matcher(API.get("/monitor").body()).results().map(found -> found.group(1)).toList();
  }

  private static String folder() {
    String first = links().get(0);
    return first.substring(0, first.lastIndexOf('/') + 1);
  }

  @Test
  void should_serve_each_file_that_the_page_names_under_its_type_and_for_good() {
    assertThat(links()).hasSizeGreaterThan(4).allMatch(link -> link.startsWith("/monitor/"));
    for (String link : links()) {
      HttpResponse<String> file = API.get(link);
      assertThat(file.statusCode()).as(link).isEqualTo(200);
      assertThat(file.headers().firstValue("content-type").orElse(""))
          .as(link)
          .startsWith(
              switch (link.substring(link.lastIndexOf('.'))) {
                case ".css" -> "text/css";
                case ".svg" -> "image/svg+xml";
                default -> "text/javascript";
              });
      assertThat(file.headers().firstValue("cache-control").orElse("")).contains("immutable");
    }
  }

  @Test
  void should_not_mix_the_files_of_two_versions() {
    assertThat(API.get(folder() + "main.js").statusCode()).isEqualTo(200);
    assertThat(API.get("/monitor/0123456789abcdef/main.js").statusCode()).isEqualTo(404);
    assertThat(API.get(folder() + "monitor.html").statusCode()).isEqualTo(404);
    assertThat(API.get(folder() + "%2e%2e").statusCode()).isEqualTo(404);
  }

  @Test
  void should_send_the_page_once_only_to_a_browser_that_keeps_it() {
    HttpResponse<String> first = API.get("/monitor");
    String tag = first.headers().firstValue("etag").orElseThrow();

    HttpResponse<String> again = API.get("/monitor", "if-none-match", tag);

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("etag")).contains(tag);
    assertThat(API.get("/monitor", "if-none-match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void should_speak_english_and_korean_with_the_words_of_the_api() {
    assertThat(json(API.get(folder() + "en.json")).get("message.invoice.100").asString())
        .isEqualTo("The invoice is ready");
    assertThat(json(API.get(folder() + "ko.json")).get("nav.overview").asString()).isEqualTo("개요");
  }

  @Test
  void should_have_the_browser_ask_for_a_token_before_the_page_is_shown() {
    try (TestApi guarded = new TestApi(Map.of("ORDERS_HTTP_TOKEN", TOKEN))) {
      byte[] credentials = ("me:" + TOKEN).getBytes(StandardCharsets.UTF_8);
      String shown = "Basic " + Base64.getEncoder().encodeToString(credentials);

      assertThat(guarded.get("/monitor").statusCode()).isEqualTo(401);
      assertThat(guarded.get("/monitor", "authorization", shown).statusCode()).isEqualTo(200);
      assertThat(json(guarded.get("/")).get("access").asString()).isEqualTo("open");
      assertThat(json(guarded.get("/", "authorization", shown)).get("access").asString())
          .isEqualTo("full");
    }
  }
}
