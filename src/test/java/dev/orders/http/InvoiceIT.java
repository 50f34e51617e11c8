package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvoiceIT {

  @TempDir private Path directory;

  @Test
  void should_hand_out_the_same_bytes_whether_the_file_is_there_or_not() throws IOException {
    try (TestApi api = new TestApi(Map.of("ORDERS_INVOICE_DIR", directory.toString()))) {
      api.order();
      byte[] before = invoice(api).body();
      api.work("invoice");
      Path file = await().until(this::written, found -> found != null);

      assertThat(file).hasBinaryContent(before);
      assertThat(invoice(api).body()).isEqualTo(before);
      Files.delete(file);
      HttpResponse<byte[]> anew = invoice(api);

      assertThat(anew.body()).isEqualTo(before);
      assertThat(anew.headers().firstValue("content-type")).contains("application/pdf");
      assertThat(anew.headers().firstValue("content-disposition"))
          .contains("inline; filename=\"" + file.getFileName() + "\"");
    }
  }

  @Test
  void should_make_the_invoice_anew_where_its_file_cannot_be_read() throws IOException {
    try (TestApi api = new TestApi(Map.of("ORDERS_INVOICE_DIR", directory.toString()))) {
      api.order();
      byte[] before = invoice(api).body();
      String disposition = invoice(api).headers().firstValue("content-disposition").orElseThrow();
      Files.createDirectory(directory.resolve(disposition.split("\"")[1]));

      assertThat(invoice(api).body()).isEqualTo(before);
    }
  }

  private static HttpResponse<byte[]> invoice(TestApi api) {
    HttpResponse<byte[]> response =
        api.send(api.request("/orders/1/invoice.pdf").GET().build(), BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    return response;
  }

  private Path written() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> pdfs = files.filter(file -> file.toString().endsWith(".pdf")).toList();
      return pdfs.isEmpty() ? null : pdfs.get(0);
    }
  }
}
