package dev.orders.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the one socket of a conversation and keeps hold of it, so that another thread can cut it:
 * neither an interrupt nor the library's own {@code close} ends a read that waits for a server.
 * Once cut, it makes no socket any more.
 */
final class Wire extends SocketFactory {

  private @Nullable Socket socket;
  private boolean cut;

  /** Makes the socket, not yet connected; the library connects it with a timeout and adds TLS. */
  @Override
  public synchronized Socket createSocket() throws IOException {
    if (cut) {
      throw new SocketException("cancelled before the connection was made");
    }
    socket = new Socket();
    // A letter ends in a small packet, which otherwise waits 40 ms for the one before.
    socket.setTcpNoDelay(true);
    return socket;
  }

  /** Ends the conversation at once; a thread that reads or writes gets an exception. */
  synchronized void cut() {
    cut = true;
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // The operating system closes it with the process at the latest; there is nobody to tell.
      socket = null;
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }
}
