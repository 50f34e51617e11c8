package dev.orders.http;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.queue.Inspector;
import dev.orders.queue.Minute;
import java.util.Optional;

/** {@code /queues}, {@code /workers} and {@code /history}. */
final class Queues {

  private final Forms forms;
  private final Inspector inspector;
  private final Operator operator;

  Queues(Services services, Forms forms) {
    this.forms = forms;
    this.inspector = services.inspector();
    this.operator = new Operator(services.operations());
  }

  Answer list(Request request) {
    return Forms.many(forms.queue(), TaskTypes.queues().stream().map(inspector::queue).toList());
  }

  /** What happened in the last day, or in as many minutes as are asked for. */
  Answer history(Request request) {
    String allowed = "a number from 1 to " + Minute.KEPT;
    int minutes = request.query().value("minutes", allowed, Queues::minutes).orElse(Minute.KEPT);
    return Forms.one(200, forms.history(), inspector.minutes(minutes));
  }

  private static Optional<Integer> minutes(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("[0-9]{1,4}"))
        .map(Integer::valueOf)
        .filter(number -> number >= 1 && number <= Minute.KEPT);
  }

  Answer workers(Request request) {
    return Forms.many(forms.worker(), inspector.workers());
  }

  Answer pause(Request request) {
    operator.pause(request.variable("queue"));
    return show(request);
  }

  Answer resume(Request request) {
    operator.resume(request.variable("queue"));
    return show(request);
  }

  private Answer show(Request request) {
    return Forms.one(200, forms.queue(), inspector.queue(request.variable("queue")));
  }
}
