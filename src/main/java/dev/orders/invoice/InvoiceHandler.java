package dev.orders.invoice;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.queue.Attempt;
import dev.orders.queue.Delivery;
import dev.orders.queue.EffectFile;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskType;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes the PDF invoice of an order. It reads the order, renders the document in memory and puts
 * it into the invoice directory in one step. Done twice, it writes the same bytes under the same
 * name, so no delivery need know of another.
 */
public final class InvoiceHandler implements TaskHandler {

  /** {@code 17-invoice}, through the queue {@code invoice}. */
  public static final TaskType TYPE = new TaskType("invoice", "invoice");

  private final InvoiceRenderer renderer;
  private final Path directory;

  /** Invoices go into the directory, which is made when it is missing. */
  public InvoiceHandler(InvoiceRenderer renderer, Path directory) {
    this.renderer = renderer;
    this.directory = directory.toAbsolutePath().normalize();
  }

  @Override
  public TaskResult handle(Attempt attempt) throws Exception {
    attempt.progress(0);
    Delivery delivery = attempt.delivery();
    Delivery.Source source = delivery.order();
    Order order = source.read(OrderJson::parse);
    Invoice invoice = new Invoice(delivery.id().orderId(), source.createdAt(), order);
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    renderer.render(invoice, pdf, attempt::progress);
    String name = renderer.fileName(invoice);
    attempt.log("file", name);
    attempt.log("bytes", pdf.size());
    new EffectFile(directory, name).write(pdf.toByteArray(), attempt);
    attempt.progress(100);
    return TaskResult.of(Map.of("filename", name, "directory", directory.toString()));
  }
}
