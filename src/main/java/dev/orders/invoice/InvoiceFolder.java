package dev.orders.invoice;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Where the invoices lie. A reader sees a whole invoice or none: it is written beside its place,
 * forced to the disk and moved there at once. Each delivery writes a file of its own, so that two
 * workers never write into one; a later delivery removes what a crashed one has left, and a worker
 * that was only slow then fails to move its file, as a worker must that has lost its task.
 */
final class InvoiceFolder {

  private final Path directory;

  InvoiceFolder(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
  }

  /** Absolute. */
  Path directory() {
    return directory;
  }

  /**
   * Writes an invoice over what may lie under its name; an exception says what could not be written
   * where, and why.
   */
  void write(String name, byte[] pdf, Attempt attempt)
      throws IOException, AttemptAbandonedException {
    Delivery delivery = attempt.delivery();
    Path draft = draft(delivery, delivery.number());
    try {
      Files.createDirectories(directory);
      removeDraftsBefore(delivery);
      force(draft, pdf);
      attempt.beforeEffect();
      Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IOException("cannot write " + name + " into " + directory + ": " + reason(e), e);
    } finally {
      discard(draft);
    }
  }

  private static void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      // The trouble that kept the draft from its place is the one to report; the next delivery
      // tries again.
    }
  }

  private Path draft(Delivery delivery, long number) {
    return directory.resolve("." + delivery.effectName() + "." + number + ".tmp");
  }

  private void removeDraftsBefore(Delivery delivery) throws IOException {
    for (long number = 1; number < delivery.number(); number++) {
      Files.deleteIfExists(draft(delivery, number));
    }
  }

  private static void force(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is not a directory";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
