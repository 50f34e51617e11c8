package dev.orders.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What a request line asks for.
 *
 * @param path decoded
 * @param query what stands behind the question mark
 */
record RequestTarget(String path, Query query) {

  private static final int MOST_PARAMETERS = 64;

  /** A client may name the server, too, as it must towards a proxy. */
  private static final Pattern SERVER = Pattern.compile("^https?://[^/?#]*");

  /** Reads it; a {@link HttpProblem} when its escapes are broken. */
  static RequestTarget parse(String uri) {
    String local = SERVER.matcher(uri).replaceFirst("");
    try {
      QueryStringDecoder decoder =
          new QueryStringDecoder(local, StandardCharsets.UTF_8, true, MOST_PARAMETERS);
      return new RequestTarget(decoder.path(), new Query(decoder.parameters()));
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(HttpResponseStatus.BAD_REQUEST, "the path has a broken percent escape");
    }
  }
}
