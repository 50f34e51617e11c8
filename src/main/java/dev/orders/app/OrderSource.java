package dev.orders.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Where orders are read from, twice: first to check, then to send. What cannot be read twice, such
 * as standard input or a pipe, is first copied to a private file, which has no name any more while
 * it is used and is gone with the process.
 */
public final class OrderSource implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final FileChannel channel;

  private OrderSource(String name, FileChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  /**
   * A file, or a pipe that has a name.
   *
   * @param name what faults call it
   * @throws IOException when it cannot be opened
   */
  public static OrderSource file(Path path, String name) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a directory");
    }
    if (Files.isRegularFile(path)) {
      return new OrderSource(name, FileChannel.open(path, StandardOpenOption.READ));
    }
    try (InputStream in = Files.newInputStream(path)) {
      return stream(in, name);
    }
  }

  /**
   * Everything that comes from a stream; reads it to its end.
   *
   * @param name what faults call it
   * @throws IOException when it cannot be read
   * @throws UncheckedIOException when it cannot be kept
   */
  public static OrderSource stream(InputStream in, String name) throws IOException {
    FileChannel spool = spool();
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      keep(spool, ByteBuffer.wrap(buffer, 0, read));
    }
    return new OrderSource(name, spool);
  }

  private static FileChannel spool() {
    try {
      Path file = Files.createTempFile("orders-", ".in");
      return FileChannel.open(
          file,
          Set.of(
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE));
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  /** A full disk is trouble of this machine, and not of the input. */
  private static void keep(FileChannel spool, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        spool.write(bytes);
      }
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  private static UncheckedIOException notKept(IOException e) {
    return new UncheckedIOException(
        "cannot keep the input in " + System.getProperty("java.io.tmpdir"), e);
  }

  /** What faults call it. */
  String name() {
    return name;
  }

  /**
   * Its bytes from the beginning; to be left open, and not used any more once another was asked
   * for.
   */
  InputStream rewound() throws IOException {
    channel.position(0);
    return new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
