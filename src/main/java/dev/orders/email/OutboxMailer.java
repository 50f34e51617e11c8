package dev.orders.email;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * Writes each letter into a directory as an {@code .eml} file, which any mail program opens. The
 * file is named after the letter and appears whole or not at all, so a repetition puts the same
 * bytes in the same place and needs no mark. Like a mailbox, it is readable by its owner only.
 *
 * <p>The facts: {@code message_id}, {@code file} and {@code directory}.
 */
public final class OutboxMailer implements Mailer {

  private final Path directory;

  /** Writes into the directory, which is made when the first letter comes. */
  public OutboxMailer(Path directory) {
    this.directory = directory;
  }

  @Override
  public Map<String, String> deliver(Letter letter, Attempt attempt)
      throws IOException, MessagingException, AttemptAbandonedException {
    String file = letter.name() + ".eml";
    try {
      write(letter, file, attempt);
    } catch (IOException e) {
      throw new IOException("cannot write " + file + " into " + directory + ": " + reason(e), e);
    }
    return Map.of(
        "message_id", letter.messageId(), "file", file, "directory", directory.toString());
  }

  private void write(Letter letter, String file, Attempt attempt)
      throws IOException, MessagingException, AttemptAbandonedException {
    Files.createDirectories(directory);
    Path draft = Files.createTempFile(directory, "." + letter.name() + ".", ".tmp");
    try {
      write(draft, bytes(letter));
      attempt.beforeEffect();
      Files.move(draft, directory.resolve(file), StandardCopyOption.ATOMIC_MOVE);
      forceDirectory();
    } finally {
      Files.deleteIfExists(draft);
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
    return e instanceof FileAlreadyExistsException
        ? "it is not a directory"
        : String.valueOf(e.getMessage());
  }

  private static ByteBuffer bytes(Letter letter) throws IOException, MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new MimeLetter(letter).writeTo(bytes);
    return ByteBuffer.wrap(bytes.toByteArray());
  }

  private static void write(Path draft, ByteBuffer bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private void forceDirectory() throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no directory, and keeps the names in it by other means.
      return;
    }
  }
}
