package dev.orders.http;

import dev.orders.app.ProblemException;
import dev.orders.app.Settings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

/**
 * Where the server listens, and to whom.
 *
 * @param address where it listens
 * @param port 0 for any free port
 * @param tokens what clients must know
 * @param names host names by which it may be called, besides localhost and addresses
 * @param patience how long a client may take for the head of a request, for its content, and for
 *     the answer
 * @param grace how long it waits for open requests when it is told to stop
 */
public record HttpTerms(
    InetAddress address,
    int port,
    Tokens tokens,
    Set<String> names,
    Duration patience,
    Duration grace) {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LAST_PORT = 65_535;

  /**
   * The terms as somebody wants them; a {@link ProblemException} when the host is unknown, or when
   * others than this machine could call without a token.
   *
   * @param host a name or an address of this machine
   */
  public static HttpTerms of(Settings settings, String host, int port) {
    if (port < 0 || port > LAST_PORT) {
      throw refusal("a port is a number from 0 to 65535, not %d.".formatted(port));
    }
    Tokens tokens = Tokens.of(settings.httpToken(), settings.httpReadToken());
    InetAddress address = address(host);
    if (tokens.areNone() && !address.isLoopbackAddress()) {
      throw refusal(
          ("%s can be reached from other machines, so clients need a token. Set ORDERS_HTTP_TOKEN,"
                  + " or ORDERS_HTTP_TOKEN_FILE to a file that holds it.")
              .formatted(host));
    }
    return new HttpTerms(
        address, port, tokens, settings.httpHosts(), PATIENCE, settings.shutdownGrace());
  }

  /** The same terms with another patience for slow clients. */
  HttpTerms withPatience(Duration other) {
    return new HttpTerms(address, port, tokens, names, other, grace);
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new ProblemException(
          ProblemException.Reason.USAGE, "the host \"%s\" is unknown.".formatted(host), e);
    }
  }

  private static ProblemException refusal(String why) {
    return new ProblemException(ProblemException.Reason.USAGE, why);
  }
}
