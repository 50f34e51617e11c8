package dev.orders.email;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.EffectFile;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * Writes each letter into a directory as an {@code .eml} file, which any mail program opens. The
 * file is named after the letter and appears whole or not at all, so a repetition puts the same
 * bytes in the same place and needs no mark. Like a mailbox, it is readable by its owner only.
 *
 * <p>The facts: {@code message_id}, {@code file} and {@code directory}.
 */
public final class OutboxMailer implements Mailer {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path directory;

  /** Writes into the directory, which is made when the first letter comes. */
  public OutboxMailer(Path directory) {
    this.directory = directory;
  }

  @Override
  public Map<String, String> deliver(Letter letter, Attempt attempt)
      throws IOException, MessagingException, AttemptAbandonedException {
    String file = letter.name() + ".eml";
    new EffectFile(directory, file).write(bytes(letter), attempt, ownerOnly());
    forceDirectory();
    attempt.log("file", file);
    return Map.of(
        "message_id", letter.messageId(), "file", file, "directory", directory.toString());
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean hasPermissions =
        directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    return hasPermissions
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
        : new FileAttribute<?>[0];
  }

  private static byte[] bytes(Letter letter) throws IOException, MessagingException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new MimeLetter(letter).writeTo(bytes);
    return bytes.toByteArray();
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
