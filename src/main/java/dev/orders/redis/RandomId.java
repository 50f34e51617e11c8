package dev.orders.redis;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Ids that nobody else has. From the system's own source of randomness where there is one: Java's
 * takes a short command ten milliseconds to set up.
 */
final class RandomId {

  private static final int BYTES = 16;

  private RandomId() {}

  /** As {@link UUID} writes them. */
  static String next() {
    try (InputStream source = new FileInputStream("/dev/urandom")) {
      ByteBuffer bytes = ByteBuffer.wrap(source.readNBytes(BYTES));
      return new UUID(bytes.getLong(), bytes.getLong()).toString();
    } catch (IOException | BufferUnderflowException e) {
      return UUID.randomUUID().toString();
    }
  }
}
