package dev.orders.queue;

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
import java.nio.file.attribute.FileAttribute;
import java.util.Set;

/**
 * A file that is the effect of a task. A reader sees it whole or not at all: it is written beside
 * its place, forced to the disk and moved there at once. Each delivery writes a draft of its own,
 * so that two workers never write into one; a later delivery removes what a crashed one has left,
 * and a worker that was only slow then fails to move its draft, as a worker must that has lost its
 * task.
 *
 * @param directory where it lies; made when it is missing
 * @param name the same for every delivery of the task
 */
public record EffectFile(Path directory, String name) {

  private static final Set<StandardOpenOption> ANEW =
      Set.of(
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);

  /**
   * Writes it over what may lie under its name.
   *
   * @param attributes of the file, such as who may read it
   * @throws IOException says what could not be written where, and why
   * @throws AttemptAbandonedException when the task is no longer this worker's; nothing is left
   */
  public void write(byte[] bytes, Attempt attempt, FileAttribute<?>... attributes)
      throws IOException, AttemptAbandonedException {
    Delivery delivery = attempt.delivery();
    Path draft = draft(delivery, delivery.number());
    try {
      Files.createDirectories(directory);
      removeDraftsBefore(delivery);
      force(draft, ByteBuffer.wrap(bytes), attributes);
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

  private static void force(Path file, ByteBuffer bytes, FileAttribute<?>... attributes)
      throws IOException {
    try (FileChannel channel = FileChannel.open(file, ANEW, attributes)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** The JDK names the kind of some troubles only by the exception. */
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
