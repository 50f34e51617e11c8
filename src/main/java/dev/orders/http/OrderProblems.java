package dev.orders.http;

import dev.orders.app.KeyConflict;
import dev.orders.order.Fault;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;

/** Problems with orders that came in. */
final class OrderProblems {

  private static final int MOST_LISTED = 100;

  private OrderProblems() {}

  /** The problem with an order: 400 when it is no JSON, 422 when it is against the rules. */
  static HttpProblem problem(List<Fault> faults) {
    boolean isMalformed = faults.stream().anyMatch(Fault::isMalformed);
    HttpProblem problem =
        isMalformed
            ? new HttpProblem(HttpResponseStatus.BAD_REQUEST, "the order cannot be read as JSON")
            : new HttpProblem(
                HttpResponseStatus.UNPROCESSABLE_ENTITY,
                "the order has %d %s; nothing was accepted"
                    .formatted(faults.size(), faults.size() == 1 ? "fault" : "faults"));
    return problem.with(faults.stream().limit(MOST_LISTED).map(OrderProblems::flaw).toList());
  }

  private static HttpProblem.Flaw flaw(Fault fault) {
    return new HttpProblem.Flaw("pointer", Pointer.of(fault.path()), fault.message());
  }

  /** The problem that an idempotency key belongs to another order. */
  static HttpProblem conflict(KeyConflict conflict) {
    return new HttpProblem(
            HttpResponseStatus.UNPROCESSABLE_ENTITY,
            "the idempotency key %s belongs to order %d, which is another order"
                .formatted(conflict.key(), conflict.orderId()))
        .with(
            conflict.differences().stream()
                .map(path -> new HttpProblem.Flaw("pointer", Pointer.of(path), "differs"))
                .toList());
  }
}
