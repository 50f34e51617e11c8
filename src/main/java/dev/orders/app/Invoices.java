package dev.orders.app;

import dev.orders.invoice.Invoice;
import dev.orders.invoice.InvoiceRenderer;
import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Hands out invoices: the file, where this machine has it, else one made anew, which is the same
 * byte for byte as long as the seller, the language and the time zone are. Thread-safe.
 */
public final class Invoices {

  private final InvoiceRenderer renderer;
  private final Path directory;
  private final Inspector inspector;

  Invoices(InvoiceRenderer renderer, Path directory, Inspector inspector) {
    this.renderer = renderer;
    this.directory = directory;
    this.inspector = inspector;
  }

  /**
   * An order's invoice.
   *
   * @param name what the file is called
   * @param pdf its bytes; not to be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on once; never compared or changed.
  public record Pdf(String name, byte[] pdf) {}

  /**
   * The invoice of an order; a {@link ProblemException} (NOT_FOUND) when there is no such order.
   */
  public Pdf of(long orderId) {
    Target target = new Target(orderId, null);
    OrderRecord record = inspector.order(orderId).orElseThrow(target::unknown);
    String body = inspector.body(orderId).orElseThrow(target::unknown);
    Invoice invoice = Invoice.of(orderId, record.createdAt(), body);
    String name = renderer.fileName(invoice);
    return new Pdf(name, read(directory.resolve(name)).orElseGet(() -> render(invoice)));
  }

  private byte[] render(Invoice invoice) {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try {
      renderer.render(invoice, pdf);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pdf.toByteArray();
  }

  /** Empty where it is not there, or not to be read: the same bytes can be made anew. */
  private static Optional<byte[]> read(Path file) {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
