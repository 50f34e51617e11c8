package dev.orders.http;

import dev.orders.app.ProblemException;
import dev.orders.queue.BrokerException;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever went wrong into what a client is told; the only place that does. */
final class Problems {

  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  private Problems() {}

  /** The problem behind an exception. Of a mistake of this program only the log tells more. */
  static HttpProblem of(Throwable error) {
    if (error instanceof HttpProblem problem) {
      return problem;
    }
    if (error instanceof ProblemException problem) {
      return new HttpProblem(status(problem), String.valueOf(problem.getMessage()));
    }
    if (error instanceof BrokerException trouble) {
      return of(trouble);
    }
    log.error("a request failed", error);
    return new HttpProblem(
        HttpResponseStatus.INTERNAL_SERVER_ERROR,
        "this is a mistake of the server; its log says more");
  }

  private static HttpResponseStatus status(ProblemException problem) {
    return switch (problem.reason()) {
      case USAGE -> HttpResponseStatus.BAD_REQUEST;
      case INPUT -> HttpResponseStatus.UNPROCESSABLE_ENTITY;
      case NOT_FOUND -> HttpResponseStatus.NOT_FOUND;
      case CONFLICT -> HttpResponseStatus.CONFLICT;
      case TIMED_OUT, LOCAL -> HttpResponseStatus.SERVICE_UNAVAILABLE;
    };
  }

  /** Where Redis is, is nobody's business outside. */
  private static HttpProblem of(BrokerException trouble) {
    log.debug("Redis: {}", trouble.getMessage());
    String detail =
        switch (trouble.reason()) {
          case UNREACHABLE ->
              "Redis cannot be reached; what was asked may or may not have been done";
          case REFUSED -> "Redis refused; nothing was changed";
          case INCOMPATIBLE -> "Redis holds data of another version of this program";
        };
    return new HttpProblem(HttpResponseStatus.SERVICE_UNAVAILABLE, detail).with("retry-after", "1");
  }
}
