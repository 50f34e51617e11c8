package dev.orders.http;

/** Answers requests of one route; used by many threads. */
@FunctionalInterface
interface Endpoint {

  /**
   * Answers a request.
   *
   * @throws Exception which {@link Problems} knows how to tell
   */
  Answer answer(Request request) throws Exception;
}
