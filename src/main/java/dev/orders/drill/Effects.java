package dev.orders.drill;

import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What the tasks have done to the world outside Redis: letters, invoices, parcels. */
final class Effects {

  private static final int TAIL = 1_024;

  private final Path invoices;
  private final Path outbox;
  private final DrillCarrier carrier;
  private final OutboxWitness witness;

  Effects(Path folder, DrillCarrier carrier) {
    this.invoices = folder.resolve("invoices");
    this.outbox = folder.resolve("outbox");
    this.carrier = carrier;
    this.witness = new OutboxWitness(outbox);
  }

  /** Takes note of what has come since the last look; for letters that are sent again. */
  void look() {
    witness.look();
  }

  /** What a successful task should have brought about and has not; empty when it has. */
  Optional<String> missing(OrderRecord order, Task task) {
    return switch (task.id().name()) {
      case "invoice" -> missingInvoice(task.facts().getOrDefault("filename", ""));
      case "shipping" -> missingParcel(order);
      default -> missingLetter(task.facts().getOrDefault("file", ""));
    };
  }

  private Optional<String> missingInvoice(String name) {
    Path file = invoices.resolve(name);
    try (RandomAccessFile invoice = new RandomAccessFile(file.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(TAIL, invoice.length())];
      invoice.seek(invoice.length() - end.length);
      invoice.readFully(end);
      boolean isWhole = new String(end, StandardCharsets.ISO_8859_1).contains("%%EOF");
      return isWhole ? Optional.empty() : Optional.of("half an invoice in " + file);
    } catch (IOException e) {
      return Optional.of("no invoice at " + file);
    }
  }

  private Optional<String> missingParcel(OrderRecord order) {
    String number = order.trackingNumber();
    boolean isThere = number != null && carrier.knows(order.id(), number);
    return isThere
        ? Optional.empty()
        : Optional.of("the carrier does not know the tracking number " + number);
  }

  private Optional<String> missingLetter(String name) {
    try {
      Path file = outbox.resolve(name);
      boolean isThere = !name.isEmpty() && Files.size(file) > 0;
      return isThere ? Optional.empty() : Optional.of("no letter at " + file);
    } catch (IOException e) {
      return Optional.of("no letter at " + outbox.resolve(name));
    }
  }

  /** Letters beyond one a task; their names begin with the task's id and a dot. */
  long doubledEmails() {
    Set<String> letters = witness.letters();
    long tasks = letters.stream().map(name -> name.split("\\.", 2)[0]).distinct().count();
    return letters.size() - tasks;
  }

  long repeatedEmails() {
    return witness.repeated();
  }

  long doubledShipments() {
    return carrier.doubled();
  }

  long repeatedShipments() {
    return carrier.repeated();
  }
}
