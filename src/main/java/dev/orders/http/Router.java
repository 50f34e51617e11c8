package dev.orders.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the route of a request, or the problem with it. */
final class Router {

  private final List<Route> routes;

  Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /**
   * A route that was found.
   *
   * @param variables the variable parts of the path
   */
  record Match(Route route, Map<String, String> variables) {}

  List<Route> routes() {
    return routes;
  }

  /**
   * The route of a request; a {@link HttpProblem} with 404, 405 or 415 when there is none.
   *
   * @param contentType the header's value; empty when there is none
   */
  Match find(String method, String path, Optional<String> contentType) {
    List<Match> here = at(path);
    if (here.isEmpty()) {
      throw new HttpProblem(HttpResponseStatus.NOT_FOUND, "there is nothing at this path");
    }
    List<Match> fitting = here.stream().filter(match -> match.route().fits(method)).toList();
    if (fitting.isEmpty()) {
      throw new HttpProblem(HttpResponseStatus.METHOD_NOT_ALLOWED, method + " is not possible here")
          .with("allow", allowed(path));
    }
    return fitting.stream()
        .filter(match -> takes(match.route(), contentType))
        .findFirst()
        .orElseThrow(() -> unsupported(fitting));
  }

  /** The methods that are possible at a path, as {@code Allow} lists them; empty for nothing. */
  String allowed(String path) {
    Set<String> methods = new TreeSet<>();
    for (Match match : at(path)) {
      methods.add(match.route().method());
      methods.add("OPTIONS");
      if (match.route().fits("HEAD")) {
        methods.add("HEAD");
      }
    }
    return String.join(", ", methods);
  }

  private List<Match> at(String path) {
    List<String> segments = PathPattern.segments(path);
    List<Match> found = new ArrayList<>();
    for (Route route : routes) {
      route.path().match(segments).ifPresent(variables -> found.add(new Match(route, variables)));
    }
    return found;
  }

  private static boolean takes(Route route, Optional<String> contentType) {
    return route.takes() == null
        || contentType.flatMap(Media::accepted).filter(route.takes()::equals).isPresent();
  }

  private static HttpProblem unsupported(List<Match> fitting) {
    String types =
        fitting.stream()
            .flatMap(match -> Optional.ofNullable(match.route().takes()).stream())
            .map(Media::type)
            .collect(Collectors.joining(" or "));
    return new HttpProblem(
            HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, "the Content-Type must be " + types)
        .with("accept-post", types.replace(" or ", ", "));
  }
}
