package dev.orders.invoice;

import dev.orders.invoice.Pagination.Placed;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.IntConsumer;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Makes the PDF of an invoice: arranges it on pages, paints them, and saves them with the glyphs
 * they use. The same invoice, seller, locale and zone make the same bytes, since nothing in the
 * document depends on when or where it is made. Immutable and thread-safe.
 */
public final class InvoiceRenderer {

  private final Seller seller;
  private final ZoneId zone;
  private final InvoiceLayout layout;

  /**
   * @param seller who sends the invoices
   * @param locale of the customers: Korean, or English for every other language
   * @param zone of the dates on the invoice and in its file name
   */
  public InvoiceRenderer(Seller seller, Locale locale, ZoneId zone) {
    this.seller = seller;
    this.zone = zone;
    this.layout = new InvoiceLayout(seller, locale, zone);
  }

  /** The name of the invoice's file, such as {@code invoice_17_20260301_143005.pdf}. */
  public String fileName(Invoice invoice) {
    return invoice.fileName(zone);
  }

  /** Writes the PDF; the stream stays open. */
  public void render(Invoice invoice, OutputStream out) throws IOException {
    render(invoice, out, percent -> {});
  }

  /**
   * As {@link #render(Invoice, OutputStream)}, and tells at 20, 50 and 80 percent how far it is.
   */
  void render(Invoice invoice, OutputStream out, IntConsumer progress) throws IOException {
    try (PDDocument document = new PDDocument();
        Streams streams = new Streams(document)) {
      progress.accept(20);
      List<List<Placed>> pages = layout.pages(invoice);
      progress.accept(50);
      Painter painter = new Painter(document, streams, EmbeddedFonts.of(streams, pages));
      for (List<Placed> page : pages) {
        painter.paint(page);
      }
      describe(document, invoice);
      progress.accept(80);
      document.save(out);
    }
  }

  /**
   * Does most of what only the first invoice pays for, on any thread: a page without a word. The
   * fonts are left to the first invoice; parsed they take 40 MB, which an idle worker is spared.
   */
  public void warmUp() {
    try (PDDocument document = new PDDocument();
        Streams streams = new Streams(document)) {
      new Painter(document, streams, Map.of()).paint(List.of());
      describe(document, Specimen.INVOICE);
      document.save(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void describe(PDDocument document, Invoice invoice) {
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(layout.language());
    catalog.setViewerPreferences(titleInsteadOfFileName());
    document.setDocumentInformation(information(invoice));
    document.setDocumentId(invoice.createdAt().toEpochMilli());
  }

  private static PDViewerPreferences titleInsteadOfFileName() {
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    return preferences;
  }

  private PDDocumentInformation information(Invoice invoice) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(layout.title(invoice));
    if (seller.name() != null && !seller.name().isBlank()) {
      information.setAuthor(seller.name());
    }
    information.setProducer("orders");
    information.setCreationDate(utc(invoice.createdAt()));
    return information;
  }

  private static Calendar utc(Instant instant) {
    Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(instant.toEpochMilli());
    return calendar;
  }
}
