package dev.orders.redis;

import java.io.IOException;

/**
 * Asks the server on a local port how it is.
 *
 * <p>It asks {@code INFO}, not {@code PING}: on a port that was taken somebody else's server would
 * answer the PING, and only INFO tells the process it comes from.
 */
final class ServerProbe {

  /** How the server is. */
  enum Answer {
    /** Nobody listens, or not our server. */
    NOT_OURS,
    /** It reads its data. */
    LOADING,
    /** It serves. */
    READY
  }

  private ServerProbe() {}

  /**
   * Asks once, for a second at most.
   *
   * @param pid the process that should answer
   */
  static Answer ask(int port, long pid) {
    try {
      String info = LocalRequest.send(port, "INFO");
      if (!info.contains("\nprocess_id:" + pid + "\r")) {
        return Answer.NOT_OURS;
      }
      return info.contains("\nloading:0\r") ? Answer.READY : Answer.LOADING;
    } catch (IOException nobodyThere) {
      return Answer.NOT_OURS;
    }
  }
}
