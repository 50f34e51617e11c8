package dev.orders.http;

import dev.orders.app.Json;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * What a client is answered: a document as a whole, or one that is written as time goes by.
 *
 * @param status the HTTP status
 * @param headers besides those that every answer has
 * @param content the document; empty when it is streamed
 * @param stream writes the document; null when it is there as a whole
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once; never compared or changed.
record Answer(int status, Map<String, String> headers, byte[] content, @Nullable Stream stream) {

  private static final byte[] NOTHING = {};

  /** Writes a document as time goes by. May return before its end, which it tells the sink. */
  @FunctionalInterface
  interface Stream {
    void writeTo(Outlet out) throws Exception;
  }

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), NOTHING, null);
  }

  static Answer of(int status, Media media, byte[] content) {
    return new Answer(status, Map.of("content-type", media.type()), content, null);
  }

  static Answer json(int status, Consumer<JsonGenerator> document) {
    return of(status, Media.JSON, bytes(document));
  }

  static Answer stream(Media media, Stream stream) {
    return new Answer(200, Map.of("content-type", media.type()), NOTHING, stream);
  }

  /** The same answer with one more header. */
  Answer with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, content, stream);
  }

  /** The same answer called another kind of content. */
  Answer as(Media media) {
    return with("content-type", media.type());
  }

  /** A JSON document in UTF-8. */
  static byte[] bytes(Consumer<JsonGenerator> document) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = Json.to(text)) {
      document.accept(json);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
