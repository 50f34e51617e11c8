package dev.orders.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a query. A value that makes no sense is a problem (422) that names it.
 *
 * @param parameters the values of each, in their order
 */
record Query(Map<String, List<String>> parameters) {

  /** The last value of a parameter; empty when it is missing or has none. */
  Optional<String> text(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(values.get(values.size() - 1)).filter(value -> !value.isEmpty());
  }

  /** All values of a parameter, which may be separated by commas, too. */
  List<String> texts(String name) {
    return parameters.getOrDefault(name, List.of()).stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /**
   * A value as what it means.
   *
   * @param allowed what it must be, for a person
   */
  <T> Optional<T> value(String name, String allowed, Function<String, Optional<T>> parser) {
    return text(name)
        .map(text -> parser.apply(text).orElseThrow(() -> refusal(name, text, allowed)));
  }

  static HttpProblem refusal(String name, String text, String allowed) {
    String shown = text.length() > 80 ? text.substring(0, 80) + "…" : text;
    String detail = "\"%s\" is not %s".formatted(shown, allowed);
    return new HttpProblem(HttpResponseStatus.UNPROCESSABLE_ENTITY, "a parameter is not valid")
        .with(List.of(new HttpProblem.Flaw("parameter", name, detail)));
  }
}
