package dev.orders.shipping;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Says in words of our own why an exchange broke: those of the JDK are often missing, or quote the
 * server.
 */
final class ConnectionTrouble {

  private ConnectionTrouble() {}

  /** Looks through the failure and its causes. */
  static String reason(Throwable failure) {
    if (isCausedBy(failure, UnresolvedAddressException.class)) {
      return "unknown host";
    }
    if (isCausedBy(failure, HttpConnectTimeoutException.class)) {
      return "no connection in time";
    }
    if (isCausedBy(failure, ConnectException.class)) {
      return "connection refused";
    }
    if (isCausedBy(failure, SSLException.class)) {
      return "TLS failed";
    }
    return "the connection broke";
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(kind::isInstance);
  }
}
