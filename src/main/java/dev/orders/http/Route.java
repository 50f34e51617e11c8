package dev.orders.http;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked for.
 *
 * @param method {@code GET}, which answers {@code HEAD}, too, or {@code POST}
 * @param path such as {@code /orders/{id}}
 * @param needs who may ask
 * @param takes the kind of content that a client must send; null for a reading request
 * @param isQuick true when it is answered at once, without Redis or a disk
 * @param endpoint who answers
 */
record Route(
    String method,
    PathPattern path,
    Access needs,
    @Nullable Media takes,
    boolean isQuick,
    Endpoint endpoint) {

  /** Something to read. */
  static Route get(String path, Access needs, Endpoint endpoint) {
    return new Route("GET", PathPattern.of(path), needs, null, false, endpoint);
  }

  /** Something that is always there, for everybody. */
  static Route quick(String path, Endpoint endpoint) {
    return new Route("GET", PathPattern.of(path), Access.OPEN, null, true, endpoint);
  }

  /** Something that changes what is kept. */
  static Route post(String path, Media takes, Endpoint endpoint) {
    return new Route("POST", PathPattern.of(path), Access.FULL, takes, false, endpoint);
  }

  /** True when the content is read while it comes, however much it is. */
  boolean isUpload() {
    return takes == Media.LINES;
  }

  boolean fits(String requested) {
    return method.equals(requested) || (method.equals("GET") && requested.equals("HEAD"));
  }
}
