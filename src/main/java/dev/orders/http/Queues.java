package dev.orders.http;

import dev.orders.app.Operator;
import dev.orders.app.Services;
import dev.orders.app.TaskTypes;
import dev.orders.queue.Inspector;

/** {@code /queues} and {@code /workers}. */
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
