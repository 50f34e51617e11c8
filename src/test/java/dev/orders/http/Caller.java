package dev.orders.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who asks: by which name of the server, from whose page, and with which token.
 *
 * @param host the {@code Host} header
 * @param origin the {@code Origin} header; empty for a client that is no page
 * @param authorization the {@code Authorization} header; empty for none
 * @param access what the token allows
 */
record Caller(String host, String origin, String authorization, Access access) {

  static final String FULL = "full-token-0123456789";
  static final String READ = "read-token-0123456789";

  /** With which a server knows these callers. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ORDERS_HTTP_TOKEN", FULL,
          "ORDERS_HTTP_READ_TOKEN", READ,
          "ORDERS_HTTP_HOSTS", "orders.example");

  private static final List<String> OURS =
      List.of("localhost:8000", "127.0.0.1:1", "127.0.0.1", "[::1]:8000", "Orders.Example:80");
  private static final List<String> FOREIGN =
      List.of("evil.example", "localhost.evil.example:8000", "orders.example.evil", "", "a b");
  private static final List<String> FOREIGN_ORIGINS =
      List.of("http://evil.example", "null", "http://localhost", "file://", "nonsense");
  private static final List<String> WRONG =
      List.of("Bearer wrong", "Bearer " + FULL + "x", "Basic !", "Bearer", FULL, "Digest a=b");

  /** Somebody; mostly somebody who may. */
  static Caller arbitrary(Arbitrary arbitrary) {
    String host = arbitrary.oneOf(arbitrary.oneIn(6) ? FOREIGN : OURS);
    String own = arbitrary.oneIn(2) ? "" : "http://" + host.toLowerCase(Locale.ROOT);
    String origin = arbitrary.oneIn(8) ? arbitrary.oneOf(FOREIGN_ORIGINS) : own;
    if (arbitrary.oneIn(8)) {
      String wrong = arbitrary.oneIn(2) ? "" : arbitrary.oneOf(WRONG);
      return new Caller(host, origin, wrong, Access.OPEN);
    }
    return arbitrary.oneIn(4)
        ? new Caller(host, origin, "Bearer " + READ, Access.READ)
        : new Caller(host, origin, "Bearer " + FULL, Access.FULL);
  }

  /** The headers. */
  List<String> headers() {
    List<String> headers = new ArrayList<>(List.of("Host: " + host));
    if (!origin.isEmpty()) {
      headers.add("Origin: " + origin);
    }
    if (!authorization.isEmpty()) {
      headers.add("Authorization: " + authorization);
    }
    return headers;
  }

  /** The status with which the caller must be turned away; empty for one who may have it. */
  Optional<Integer> refusal(Access needed) {
    boolean isOurHost = OURS.contains(host);
    boolean isOurPage =
        origin.isEmpty() || origin.equals("http://" + host.toLowerCase(Locale.ROOT));
    if (access == Access.OPEN && !isOurHost) {
      return Optional.of(421);
    }
    if (!isOurPage) {
      return Optional.of(403);
    }
    if (access.allows(needed)) {
      return Optional.empty();
    }
    return Optional.of(access == Access.OPEN ? 401 : 403);
  }
}
