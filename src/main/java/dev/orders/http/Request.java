package dev.orders.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What a client asks.
 *
 * @param variables the variable parts of its path, by name
 * @param query the parameters behind its path
 * @param headers its headers
 * @param access what the client may do
 * @param body its content; read once
 */
record Request(
    Map<String, String> variables,
    Query query,
    HttpHeaders headers,
    Access access,
    InputStream body) {

  /** A variable part of the path, which the route must have. */
  String variable(String name) {
    String value = variables.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
