package dev.orders.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * A journal's bytes: lines are read from the front and appended at the end. For its owner's eyes
 * only, since it holds personal data; for one process at a time, but for those that only read. All
 * over one channel, because closing a second one would give up the lock.
 */
final class JournalFile implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final FileChannel channel;
  private final boolean isReadOnly;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream(BUFFER);

  private JournalFile(Path path, FileChannel channel, boolean isReadOnly) {
    this.path = path;
    this.channel = channel;
    this.isReadOnly = isReadOnly;
  }

  /** Opens it to read and append; makes it where there is none. */
  static JournalFile open(Path path) {
    return open(
        path,
        EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
  }

  /** Opens one that is there, to read and append. */
  static JournalFile openExisting(Path path) {
    return open(path, EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  /** Opens one that is there, only to read; what is appended is forgotten. */
  static JournalFile openToRead(Path path) {
    return open(path, EnumSet.of(StandardOpenOption.READ));
  }

  private static JournalFile open(Path path, Set<StandardOpenOption> how) {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw new ProblemException(
          ProblemException.Reason.LOCAL, "%s cannot be a journal: it is no file.".formatted(path));
    }
    try {
      FileChannel channel = FileChannel.open(path, how, forOwnerOnly());
      boolean isReadOnly = !how.contains(StandardOpenOption.WRITE);
      if (!isLocked(channel, isReadOnly)) {
        channel.close();
        throw new ProblemException(
            ProblemException.Reason.LOCAL,
            "%s is in use by another command. Wait for its end.".formatted(path));
      }
      return new JournalFile(path, channel, isReadOnly);
    } catch (NoSuchFileException e) {
      boolean isNew = how.contains(StandardOpenOption.CREATE);
      throw new ProblemException(
          isNew ? ProblemException.Reason.LOCAL : ProblemException.Reason.INPUT,
          (isNew ? "cannot make %s (no such directory)." : "cannot read %s (no such file).")
              .formatted(path),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileAttribute<?>[] forOwnerOnly() {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return isPosix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isLocked(FileChannel channel, boolean isShared) throws IOException {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, isShared) != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  /** For messages. */
  Path path() {
    return path;
  }

  /**
   * True when there is nothing in it, or what was left of a first line by a process that died over
   * it: nothing was sent then.
   */
  boolean hasNotBegun() {
    JournalLines lines = lines();
    return lines.next() == null && JournalHeader.isCutFrom(lines.rest());
  }

  /** Reads lines from the beginning. */
  JournalLines lines() {
    return new JournalLines(channel);
  }

  /** Cuts off everything from there on. */
  void truncate(long length) {
    try {
      if (channel.size() > length) {
        channel.truncate(length);
      }
      channel.position(length);
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /** Appends a line; it is written at the latest by {@link #flush} or {@link #force}. */
  void append(String line) {
    pending.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    if (pending.size() >= BUFFER) {
      flush();
    }
  }

  /** Hands everything to the operating system: it survives this process. */
  void flush() {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(pending.toByteArray());
      pending.reset();
      while (bytes.hasRemaining() && !isReadOnly) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  /** Forces everything to the disk, and that there is such a file: it survives a power cut. */
  void force() {
    flush();
    try {
      channel.force(true);
      forceDirectory();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private void forceDirectory() throws IOException {
    Path directory = path.toAbsolutePath().getParent();
    if (directory == null) {
      return;
    }
    try (FileChannel opened = FileChannel.open(directory, StandardOpenOption.READ)) {
      opened.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no directory, and keeps the names in it by other means.
      return;
    }
  }

  private ProblemException notWritten(IOException trouble) {
    return new ProblemException(
        ProblemException.Reason.LOCAL,
        "cannot write %s (%s). Once it can be written, repeat the command: it doubles no order."
            .formatted(path, trouble.getMessage()),
        trouble);
  }

  @Override
  public void close() {
    try {
      flush();
      channel.close();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }
}
