package dev.orders.http;

import dev.orders.app.Failures;
import dev.orders.app.Lookup;
import dev.orders.app.Operator;
import dev.orders.app.Outcome;
import dev.orders.app.Services;
import dev.orders.app.Target;
import dev.orders.app.TaskPages;
import dev.orders.queue.TaskId;
import io.netty.handler.codec.http.HttpResponseStatus;

/** {@code /tasks}: shows where tasks stand, retries and cancels them. */
final class Tasks {

  private final Forms forms;
  private final Lookup lookup;
  private final Operator operator;
  private final TaskPages pages;
  private final Failures failures;

  Tasks(Services services, Forms forms) {
    this.forms = forms;
    this.lookup = services.lookup();
    this.operator = new Operator(services.operations());
    this.pages = services.taskPages();
    this.failures = services.failures();
  }

  Answer page(Request request) {
    TaskPages.Wish wish = TaskQuery.wish(request.query());
    TaskPages.Page page = pages.page(wish);
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("total", page.total());
          json.writeNumberProperty("offset", wish.offset());
          json.writeName("tasks");
          Forms.writeMany(json, forms.task(request.access()), page.tasks());
          json.writeEndObject();
        });
  }

  /** Why tasks failed for good. */
  Answer failures(Request request) {
    return Forms.one(200, forms.failures(), failures.report());
  }

  Answer show(Request request) {
    return Forms.one(
        200, forms.task(request.access()), lookup.standing(target(request)).tasks().get(0));
  }

  Answer log(Request request) {
    return Forms.many(forms.log(), lookup.log(target(request)));
  }

  Answer retry(Request request) {
    return answer(operator.retry(target(request)), "only a task in FAILURE can be retried");
  }

  /** Cancels the task: 202 when it runs, and its worker has been told to stop it. */
  Answer cancel(Request request) {
    return answer(
        operator.cancel(target(request)).get(0), "only a task that has not ended can be cancelled");
  }

  private Answer answer(Outcome outcome, String rule) {
    if (outcome.isRefused()) {
      throw new HttpProblem(
          HttpResponseStatus.CONFLICT,
          "%s is %s; %s".formatted(outcome.id(), outcome.state(), rule));
    }
    return Forms.one(outcome.action().equals("stopping") ? 202 : 200, forms.outcome(), outcome);
  }

  private static Target target(Request request) {
    TaskId task =
        TaskId.parse(request.variable("id"))
            .orElseThrow(
                () ->
                    new HttpProblem(
                        HttpResponseStatus.NOT_FOUND,
                        "there is no such task; a task's id is like 17-invoice"));
    return new Target(task.orderId(), task);
  }
}
