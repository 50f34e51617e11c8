package dev.orders.http;

import dev.orders.app.Services;
import dev.orders.app.SubmitTerms;

/** Takes in any number of orders, one a line, each answered with a line. */
final class OrderLines {

  private final Services services;
  private final Forms forms;
  private final RedisGate gate;

  OrderLines(Services services, Forms forms, RedisGate gate) {
    this.services = services;
    this.forms = forms;
    this.gate = gate;
  }

  Answer accept(Request request) {
    SubmitTerms terms = IdempotencyKey.terms(request);
    return Answer.stream(
        Media.LINES,
        out -> {
          LineSink sink = new LineSink(services.batch(), gate, terms, forms.acceptance(), out);
          sink.take(request.body());
        });
  }
}
