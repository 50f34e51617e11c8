package dev.orders.bench;

import dev.orders.app.Settings;
import dev.orders.invoice.Invoice;
import dev.orders.invoice.InvoiceRenderer;
import dev.orders.invoice.Seller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * PDF invoices with embedded fonts, from an order's body to the bytes of the file, by one thread:
 * what each costs a core. Counted are invoices; neither Redis nor the disk takes part.
 */
final class InvoiceBench implements Course {

  private static final Instant CREATED = Instant.parse("2026-03-01T05:30:00Z");
  private static final double NANOS_A_MILLI = 1e6;
  private static final double BYTES_A_KILOBYTE = 1024;

  @Override
  public Sample run(Ground ground) {
    Settings settings = ground.services().settings();
    InvoiceRenderer renderer =
        new InvoiceRenderer(Seller.UNKNOWN, settings.locale(), settings.zone());
    Latencies latencies = new Latencies();
    long took = 0;
    long bytes = 0;
    for (int i = 1; i <= ground.orders(); i++) {
      String body = BenchOrders.line(i);
      long start = System.nanoTime();
      bytes += make(renderer, i, body);
      long nanos = System.nanoTime() - start;
      latencies.add(nanos);
      took += nanos;
    }
    return new Sample()
        .rate(Figure.PER_SECOND, ground.orders(), took)
        .with(Figure.MS_EACH, took / NANOS_A_MILLI / ground.orders())
        .with(Figure.P50_MS, latencies.percentile(50))
        .with(Figure.P99_MS, latencies.percentile(99))
        .with(Figure.KB_EACH, bytes / BYTES_A_KILOBYTE / ground.orders());
  }

  private static int make(InvoiceRenderer renderer, int order, String body) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      renderer.render(Invoice.of(order, CREATED, body), pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.size();
  }
}
