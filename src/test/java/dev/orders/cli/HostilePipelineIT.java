package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.redis.TestRedis;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Orders that are valid and mean no good, through the whole pipeline. */
class HostilePipelineIT {

  private static final List<String> TEXTS = Hostile.accepted();
  private static final Pattern EXPECTED =
      Pattern.compile(
          "orders\\.ndjson|log-\\d+/(out|err)|invoices/invoice_\\d+_\\d{8}_\\d{6}\\.pdf"
              + "|outbox/\\d+-(email|notice)\\.[0-9a-f]{12}\\.eml");

  @TempDir private Path directory;

  @Test
  void should_carry_them_out_and_come_to_no_harm() throws Exception {
    String orders = TEXTS.stream().map(Hostile::order).collect(Collectors.joining("\n"));
    Files.writeString(directory.resolve("orders.ndjson"), orders);
    TestConsole console = TestConsole.onRedis(directory).terminal();
    console.expect(0, "submit", "orders.ndjson");
    assertHarmless(console.out() + console.err());

    OrdersProcess.Finished worker =
        OrdersProcess.in(directory)
            .with("ORDERS_REDIS_URL", TestRedis.url())
            .with("ORDERS_NAMESPACE", console.namespace())
            .run("worker", "--burst", "-vv")
            .exits(0);
    assertHarmless(worker.out() + worker.err());
    assertThat(worker.err()).doesNotContain("Kim,", "jndi", "script");

    for (int id = 1; id <= TEXTS.size(); id++) {
      assertShownWithoutHarm(console, id);
    }
    assertFiles();
    for (Path letter : files("outbox")) {
      assertLetter(Files.readAllBytes(letter));
    }
    for (Path invoice : files("invoices")) {
      assertInvoice(invoice);
    }
  }

  private static void assertShownWithoutHarm(TestConsole console, int order) {
    String id = Integer.toString(order);
    JsonNode status = new ObjectMapper().readTree(console.expect(0, "status", id, "-o", "json"));
    assertThat(status.get("tasks")).hasSize(4);
    assertThat(status.get("tasks").valueStream().map(task -> task.get("state").asString()))
        .containsOnly("SUCCESS");
    for (String verb : List.of("status", "show", "wait")) {
      for (String format : List.of("table", "json", "jsonl")) {
        assertHarmless(console.expect(0, verb, id, "-o", format));
      }
    }
    assertHarmless(console.expect(0, "tail", id));
    JsonNode shown = new ObjectMapper().readTree(console.expect(0, "show", id, "-o", "json"));
    assertThat(shown.get("customer_name").asString()).isEqualTo(meant(order));
  }

  private static String meant(int order) {
    return new ObjectMapper().readTree('"' + TEXTS.get(order - 1) + '"').asString();
  }

  private static void assertHarmless(String printed) {
    String plain = printed.replaceAll("\u001B\\[[0-9;]*m", "").replace("\n", "");
    assertThat(plain).doesNotContainPattern(Hostile.STEERING);
  }

  private void assertFiles() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> names =
          files
              .filter(Files::isRegularFile)
              .map(file -> directory.relativize(file).toString())
              .toList();
      assertThat(names).allMatch(name -> EXPECTED.matcher(name).matches());
      assertThat(names.stream().filter(name -> name.endsWith(".eml"))).hasSize(2 * TEXTS.size());
      assertThat(names.stream().filter(name -> name.endsWith(".pdf"))).hasSize(TEXTS.size());
    }
  }

  private List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      return files.toList();
    }
  }

  private static void assertLetter(byte[] bytes) throws Exception {
    MimeMessage letter = new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
    assertThat(Collections.list(letter.getAllHeaders()).stream().map(header -> header.getName()))
        .containsExactlyInAnyOrder(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "Auto-Submitted");
    assertThat(letter.getAllRecipients())
        .singleElement()
        .extracting(to -> ((InternetAddress) to).getAddress())
        .isEqualTo("a+{}*!#$%&/=?^_`|~@mail.example");
    assertThat(new String(bytes, StandardCharsets.ISO_8859_1).lines())
        .allMatch(line -> line.length() <= 998 && line.chars().allMatch(c -> c >= ' ' && c < 127));
  }

  private static void assertInvoice(Path file) throws IOException {
    int order = Integer.parseInt(file.getFileName().toString().split("_")[1]);
    try (PDDocument document = Loader.loadPDF(file.toFile())) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      String text = stripper.getText(document);
      assertThat(text.replaceAll("[\r\n]", "")).doesNotContainPattern(Hostile.STEERING);
      assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
      if (meant(order).startsWith("\u1100")) {
        assertThat(text).contains(Normalizer.normalize(meant(order), Normalizer.Form.NFC));
      }
    }
  }
}
