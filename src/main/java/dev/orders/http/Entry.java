package dev.orders.http;

import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** A request that was let in by its head. */
final class Entry {

  private static final int LITTLE = 1 << 16;

  private final Route route;
  private final Map<String, String> variables;
  private final Query query;
  private final HttpRequest head;
  private final Access access;

  private Entry(Router.Match match, Query query, HttpRequest head, Access access) {
    this.route = match.route();
    this.variables = match.variables();
    this.query = query;
    this.head = head;
    this.access = access;
  }

  /** Checks a head; a {@link HttpProblem} when the request is not to be answered. */
  static Entry check(Front front, HttpRequest head) {
    checkForm(head);
    RequestTarget target = RequestTarget.parse(head.uri());
    Router.Match match = find(front.router(), head, target.path());
    Access access = front.guard().admit(head.headers(), match.route().needs());
    checkContent(head, match.route());
    return new Entry(match, target.query(), head, access);
  }

  private static void checkForm(HttpRequest head) {
    DecoderResult form = head.decoderResult();
    if (form.isFailure()) {
      Throwable cause = form.cause();
      if (cause instanceof TooLongHttpLineException) {
        throw new HttpProblem(HttpResponseStatus.REQUEST_URI_TOO_LONG, "the path is too long");
      }
      if (cause instanceof TooLongHttpHeaderException) {
        throw new HttpProblem(
            HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, "the headers are too large");
      }
      throw new HttpProblem(HttpResponseStatus.BAD_REQUEST, "this is not HTTP/1.1");
    }
    if (head.protocolVersion().majorVersion() != 1) {
      throw new HttpProblem(
          HttpResponseStatus.HTTP_VERSION_NOT_SUPPORTED, "only HTTP/1.1 and 1.0 are spoken here");
    }
  }

  private static Router.Match find(Router router, HttpRequest head, String path) {
    if (head.method().equals(HttpMethod.OPTIONS)) {
      String allowed = path.equals("*") ? "GET, HEAD, OPTIONS, POST" : router.allowed(path);
      if (!allowed.isEmpty()) {
        Answer answer = Answer.empty(HttpResponseStatus.NO_CONTENT.code()).with("allow", allowed);
        return new Router.Match(Route.quick("*", request -> answer), Map.of());
      }
    }
    return router.find(
        head.method().name(),
        path,
        Optional.ofNullable(head.headers().get(HttpHeaderNames.CONTENT_TYPE)));
  }

  private static void checkContent(HttpRequest head, Route route) {
    String coding = head.headers().get(HttpHeaderNames.CONTENT_ENCODING, "identity");
    if (route.takes() != null && !coding.equalsIgnoreCase("identity")) {
      throw new HttpProblem(
          HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE,
          "the content must come as it is, without a Content-Encoding");
    }
    if (!route.isUpload() && HttpUtil.getContentLength(head, 0L) > Front.LARGEST) {
      throw tooLarge();
    }
    boolean isExpecting = head.headers().contains(HttpHeaderNames.EXPECT);
    if (isExpecting && !HttpUtil.is100ContinueExpected(head)) {
      throw new HttpProblem(HttpResponseStatus.EXPECTATION_FAILED, "only 100-continue is known");
    }
  }

  static HttpProblem tooLarge() {
    return new HttpProblem(
        HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE, "the content is larger than 1 MB");
  }

  /** True when it costs nothing to take a request's content although it has been refused. */
  static boolean hasLittleContent(HttpRequest head) {
    return head.decoderResult().isSuccess()
        && !HttpUtil.isTransferEncodingChunked(head)
        && !head.headers().contains(HttpHeaderNames.EXPECT)
        && HttpUtil.getContentLength(head, 0L) <= LITTLE;
  }

  Route route() {
    return route;
  }

  /** The request as its endpoint sees it. */
  Request request(InputStream content) {
    return new Request(variables, query, head.headers(), access, content);
  }
}
