package dev.orders.app;

import dev.orders.invoice.Invoice;
import dev.orders.queue.Delivery;
import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What tasks leave in the folders: the file that a finished one says it has written, there or in
 * the folder of the settings, and the one that any delivery of another would have written.
 */
final class Traces {

  private final Inspector inspector;
  private final Settings settings;

  Traces(Inspector inspector, Settings settings) {
    this.inspector = inspector;
    this.settings = settings;
  }

  /** True when the invoice that the task has written is there. */
  boolean hasInvoice(Task task) {
    return isThere(task, "filename", settings.invoiceDirectory());
  }

  /** True when the order's invoice is there, whoever wrote it. */
  boolean hasInvoice(OrderRecord order) {
    return body(order)
        .map(body -> Invoice.of(order.id(), order.createdAt(), body).fileName(settings.zone()))
        .filter(name -> hasContent(settings.invoiceDirectory().resolve(name)))
        .isPresent();
  }

  /** True when a finished task's message is there, or was not to be sent at all. */
  boolean isSent(Task task) {
    return task.facts().containsKey("skipped") || isThere(task, "file", settings.outboxDirectory());
  }

  /** True when the task's message is in the outbox, whatever became of the task. */
  boolean hasMessage(Task task, OrderRecord order) {
    return body(order)
        .map(body -> effectName(task, order, body) + ".eml")
        .filter(name -> hasContent(settings.outboxDirectory().resolve(name)))
        .isPresent();
  }

  private String effectName(Task task, OrderRecord order, String body) {
    String instance = inspector.installation().instance();
    Delivery.Source source =
        new Delivery.Source(instance, order.createdAt(), order.trackingNumber(), body);
    return new Delivery(task.id(), task.queue(), 1, 0, Delivery.Effect.NONE, null, source)
        .effectName();
  }

  /** A body that is gone, or is none, is told by another check. */
  private Optional<String> body(OrderRecord order) {
    return inspector.body(order.id());
  }

  private static boolean isThere(Task task, String fact, Path folder) {
    String name = task.facts().getOrDefault(fact, "");
    try {
      Path told = Path.of(task.facts().getOrDefault("directory", "")).resolve(name);
      return !name.isEmpty() && (hasContent(told) || hasContent(folder.resolve(name)));
    } catch (InvalidPathException e) {
      return false; // written on another kind of machine
    }
  }

  /** An empty file is what a machine leaves that went down, or a full disk. */
  private static boolean hasContent(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) > 0;
    } catch (IOException e) {
      return false;
    }
  }
}
