package dev.orders.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * A request that cannot be served, as RFC 9457 has it told.
 *
 * <p>Not a mistake of this program: it has no stack trace.
 */
final class HttpProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient HttpResponseStatus status;
  private final transient List<Flaw> flaws;
  private final transient Map<String, String> headers;

  /**
   * One thing that is wrong.
   *
   * @param place {@code pointer} for a JSON pointer into the document, {@code parameter} for the
   *     name of a query's parameter
   * @param where the pointer or the name
   * @param detail what is wrong with it
   */
  record Flaw(String place, String where, String detail) {}

  HttpProblem(HttpResponseStatus status, String detail) {
    this(status, detail, List.of(), Map.of());
  }

  private HttpProblem(
      HttpResponseStatus status, String detail, List<Flaw> flaws, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.flaws = List.copyOf(flaws);
    this.headers = Map.copyOf(headers);
  }

  /** The same problem with everything that is wrong listed. */
  HttpProblem with(List<Flaw> listed) {
    return new HttpProblem(status, detail(), listed, headers);
  }

  /** The same problem with one more header in its answer. */
  HttpProblem with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new HttpProblem(status, detail(), flaws, more);
  }

  /** What went wrong, for a person. */
  String detail() {
    return String.valueOf(getMessage());
  }

  int status() {
    return status.code();
  }

  /** The problem as an answer. */
  Answer answer() {
    Answer answer = Answer.json(status.code(), this::write).as(Media.PROBLEM);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      answer = answer.with(header.getKey(), header.getValue());
    }
    return answer;
  }

  /** Writes the problem as one JSON object. */
  void write(JsonGenerator json) {
    write(json, 0);
  }

  /** Writes the problem as one JSON object that names a line; none when it is 0. */
  void write(JsonGenerator json, long line) {
    json.writeStartObject();
    if (line > 0) {
      json.writeNumberProperty("line", line);
    }
    json.writeStringProperty("type", "about:blank");
    json.writeStringProperty("title", status.reasonPhrase());
    json.writeNumberProperty("status", status.code());
    json.writeStringProperty("detail", detail());
    if (!flaws.isEmpty()) {
      json.writeArrayPropertyStart("errors");
      for (Flaw flaw : flaws) {
        json.writeStartObject();
        json.writeStringProperty(flaw.place(), flaw.where());
        json.writeStringProperty("detail", flaw.detail());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
