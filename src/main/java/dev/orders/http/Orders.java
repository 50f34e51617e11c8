package dev.orders.http;

import dev.orders.app.Invoices;
import dev.orders.app.KeyConflict;
import dev.orders.app.Lookup;
import dev.orders.app.Operator;
import dev.orders.app.OrderBatch;
import dev.orders.app.OrderPages;
import dev.orders.app.Outcome;
import dev.orders.app.Services;
import dev.orders.app.SubmitTerms;
import dev.orders.app.Target;
import dev.orders.app.Timelines;
import dev.orders.order.Order;
import dev.orders.queue.Receipt;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code /orders}: takes orders in one by one, and shows them. */
final class Orders {

  private final Services services;
  private final Forms forms;
  private final Lookup lookup;
  private final Timelines timelines;
  private final OrderPages pages;
  private final Operator operator;
  private final Invoices invoices;

  Orders(Services services, Forms forms) {
    this.services = services;
    this.forms = forms;
    this.lookup = services.lookup();
    this.timelines = services.timelines();
    this.pages = services.pages();
    this.operator = new Operator(services.operations());
    this.invoices = services.invoices();
  }

  Answer accept(Request request) throws IOException {
    SubmitTerms terms = IdempotencyKey.terms(request);
    Order order = OneOrder.read(request.body());
    String key = terms.idempotencyKey() == null ? order.idempotencyKey() : terms.idempotencyKey();
    OrderBatch batch = services.batch();
    batch.add("request", order, key, terms.delay());
    List<Receipt> receipts = new ArrayList<>();
    List<KeyConflict> conflicts = new ArrayList<>();
    batch.send(receipts::add, conflicts::add);
    if (receipts.isEmpty()) {
      throw OrderProblems.conflict(conflicts.get(0));
    }
    return accepted(receipts.get(0));
  }

  /** The same answer again to the same order again, except that it says so. */
  private Answer accepted(Receipt receipt) {
    boolean isReplayed = receipt.verdict() == Receipt.Verdict.DUPLICATE;
    Answer answer =
        Forms.one(201, forms.acceptance(), isReplayed ? first(receipt) : receipt)
            .with("location", "/orders/" + receipt.orderId());
    return isReplayed ? answer.with("idempotency-replayed", "true") : answer;
  }

  /** The status by now is another matter: this is what was answered when the order was new. */
  static Receipt first(Receipt again) {
    String status = again.status().equals("pending") ? "pending" : "confirmed";
    return new Receipt(again.verdict(), again.orderId(), status, again.tasks(), again.durability());
  }

  Answer show(Request request) {
    return Forms.one(200, forms.order(request.access()), lookup.order(id(request)));
  }

  Answer timeline(Request request) {
    return Forms.one(200, forms.timeline(), timelines.of(id(request)));
  }

  Answer page(Request request) {
    OrderPages.Wish wish = PageQuery.wish(request.query());
    OrderPages.Page page = pages.page(wish);
    return Answer.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeName("orders");
          Forms.writeMany(json, forms.order(request.access()), page.orders());
          Long next = page.next();
          if (next != null) {
            json.writeStringProperty("next_cursor", Long.toString(next));
            json.writeStringProperty("next", PageQuery.link(request.query(), next));
          }
          json.writeEndObject();
        });
  }

  Answer invoice(Request request) {
    Invoices.Pdf invoice = invoices.of(id(request));
    return Answer.of(200, Media.PDF, invoice.pdf())
        .with("content-disposition", "inline; filename=\"" + invoice.name() + "\"");
  }

  /** Cancels the order and its open tasks; answers as the command does, with the order first. */
  Answer cancel(Request request) {
    List<Outcome> outcomes = operator.cancel(new Target(id(request), null));
    Outcome order = outcomes.get(0);
    if (order.isRefused()) {
      throw new HttpProblem(
          HttpResponseStatus.CONFLICT,
          "order %s is %s and cannot be cancelled".formatted(order.id(), order.state()));
    }
    return Forms.many(forms.outcome(), outcomes);
  }

  /** The id that the path names; a {@link HttpProblem} (404) when it is none. */
  static long id(Request request) {
    return Target.parse(request.variable("id"))
        .filter(target -> target.task() == null)
        .map(Target::orderId)
        .orElseThrow(
            () ->
                new HttpProblem(
                    HttpResponseStatus.NOT_FOUND,
                    "there is no such order; an order's id is a number, like 17"));
  }
}
