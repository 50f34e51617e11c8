package dev.orders.http;

import java.io.IOException;

/** Where a streamed answer goes, bit by bit. Thread-safe; what one thread sends stays in order. */
interface Outlet {

  /** Sends without waiting; of no effect once the client has gone. */
  void send(byte[] bytes);

  /**
   * Sends, and waits while the client is slow.
   *
   * @throws IOException when the client has gone, or took nothing for too long
   */
  void sendPatiently(byte[] bytes) throws IOException, InterruptedException;

  /** False while the client takes what it was sent more slowly than it is sent. */
  boolean isKeepingUp();

  /** Ends the document. */
  void end();

  /** Breaks the connection off, so that the client sees that the document is not whole. */
  void abort();

  /** Runs the action when the client has gone, at once if it has already. */
  void onGone(Runnable action);
}
