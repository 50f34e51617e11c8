package dev.orders.invoice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF, as a reader can copy it out, one entry a page. */
record Pdf(List<String> pages) {

  static Pdf of(Invoice invoice) throws IOException {
    return of(Samples.renderer(), invoice);
  }

  static Pdf of(InvoiceRenderer renderer, Invoice invoice) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(invoice, out);
    return of(out.toByteArray());
  }

  static Pdf of(byte[] bytes) throws IOException {
    try (PDDocument document = open(bytes)) {
      List<String> pages = new ArrayList<>();
      for (int number = 1; number <= document.getNumberOfPages(); number++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        pages.add(stripper.getText(document).strip());
      }
      return new Pdf(pages);
    }
  }

  static PDDocument open(byte[] bytes) throws IOException {
    return Loader.loadPDF(bytes);
  }

  List<String> lines() {
    return pages.stream()
        .flatMap(String::lines)
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** All text without any white space. */
  String packed() {
    return String.join("", pages).replaceAll("\\s", "");
  }
}
