package dev.orders.redis;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.orders.redis.BundledServerException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server's data directory, claimed for one server: two that append to the same file would ruin
 * it.
 *
 * <p>The claim is a file lock, so it ends with its owner. The server of an owner that was killed
 * may live a moment longer: claiming waits until the process named in {@code redis.pid} is gone.
 */
final class DataDirectory implements AutoCloseable {

  private static final long LINGERING_SECONDS = 10;

  private final Path path;
  private final FileChannel claim;

  private DataDirectory(Path path, FileChannel claim) {
    this.path = path;
    this.claim = claim;
  }

  /**
   * Claims a directory; makes it where there is none.
   *
   * @throws BundledServerException when it cannot be written or another server uses it
   */
  static DataDirectory claim(Path path) {
    Path absolute = path.toAbsolutePath();
    try {
      Files.createDirectories(absolute);
      FileChannel channel = FileChannel.open(absolute.resolve("owner.lock"), CREATE, WRITE);
      boolean isMine = isLocked(channel) && isLeft(absolute);
      if (!isMine) {
        channel.close();
        throw inUse(absolute);
      }
      return new DataDirectory(absolute, channel);
    } catch (FileAlreadyExistsException e) {
      throw new BundledServerException(
          Reason.DIRECTORY, "cannot keep Redis' data in " + absolute + ": it is a file.", e);
    } catch (IOException e) {
      throw new BundledServerException(
          Reason.DIRECTORY, "cannot use " + absolute + " for Redis' data (" + e + ").", e);
    }
  }

  Path path() {
    return path;
  }

  /** Gives the directory back; the second time does nothing. */
  @Override
  public void close() {
    try {
      claim.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  private static boolean isLeft(Path directory) throws IOException {
    Optional<ProcessHandle> lingering = lingering(directory.resolve("redis.pid"));
    return lingering.isEmpty() || hasEnded(lingering.get());
  }

  private static Optional<ProcessHandle> lingering(Path pidFile) throws IOException {
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    String pid = Files.readString(pidFile).strip();
    return pid.matches("\\d{1,18}")
        ? ProcessHandle.of(Long.parseLong(pid)).filter(DataDirectory::isServer)
        : Optional.empty();
  }

  /** The id may have gone to another program since. */
  private static boolean isServer(ProcessHandle process) {
    return process.info().command().filter(command -> command.contains("-server")).isPresent();
  }

  private static boolean hasEnded(ProcessHandle server) {
    try {
      server.onExit().get(LINGERING_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException stillThere) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static BundledServerException inUse(Path directory) {
    return new BundledServerException(
        Reason.DIRECTORY,
        directory
            + " is in use by another bundled Redis. Stop that one, or choose another directory.",
        null);
  }
}
