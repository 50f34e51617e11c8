package dev.orders.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/** Makes answers into what goes over the wire, with the headers that every answer has. */
final class Responses {

  /** Answers without content, which is not to say that it would be empty. */
  private static final Set<Integer> HEADS_ONLY = Set.of(204, 304);

  private final Clock clock;

  Responses(Clock clock) {
    this.clock = clock;
  }

  /** An answer as a whole; to a HEAD request only its head, which says how long it would be. */
  HttpResponse whole(Answer answer, boolean isHead, boolean keepsAlive) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(answer.status()),
            isHead ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(answer.content()));
    addHeaders(response.headers(), answer, keepsAlive);
    if (!HEADS_ONLY.contains(answer.status())) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, answer.content().length);
    }
    return response;
  }

  /** The head of an answer that is streamed: in chunks, or else to the end of the connection. */
  HttpResponse head(Answer answer, boolean isChunked, boolean keepsAlive) {
    HttpResponse response =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(answer.status()));
    addHeaders(response.headers(), answer, keepsAlive && isChunked);
    if (isChunked) {
      response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    return response;
  }

  private void addHeaders(HttpHeaders headers, Answer answer, boolean keepsAlive) {
    headers.set(
        HttpHeaderNames.DATE,
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC)));
    headers.set("x-content-type-options", "nosniff");
    headers.set(
        "content-security-policy",
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'");
    headers.set("referrer-policy", "no-referrer");
    headers.set("cross-origin-resource-policy", "same-origin");
    headers.set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    answer.headers().forEach(headers::set);
    if (!keepsAlive) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }
}
