package dev.orders.redis;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes out over a socket. Where every packet vanishes the kernel takes only so much, and then
 * the sender would wait for a quarter of an hour: so somebody else looks from time to time, and
 * closes the socket under it.
 */
final class Outflow {

  private static final int PIECE = 1 << 17;

  private final Socket socket;

  /** Goes up where a piece begins to be sent and where it has been: odd in between. */
  private final AtomicInteger pieces = new AtomicInteger();

  private int seen;

  Outflow(Socket socket) {
    this.socket = socket;
  }

  /** Sends all of it; for one thread at a time. */
  void send(ByteBuf bytes) throws IOException {
    while (bytes.isReadable()) {
      pieces.incrementAndGet();
      bytes.readBytes(socket.getOutputStream(), Math.min(PIECE, bytes.readableBytes()));
      pieces.incrementAndGet();
    }
  }

  /** Closes the socket when the last look found the same piece under way; for one thread only. */
  void look() {
    int now = pieces.get();
    boolean isUnderWay = now % 2 != 0;
    if (isUnderWay && now == seen) {
      close(socket);
    }
    seen = now;
  }

  /** Closes without a word: there is nobody left who could do anything about it. */
  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // The system closes it when the process ends.
    }
  }
}
