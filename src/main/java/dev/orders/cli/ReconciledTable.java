package dev.orders.cli;

import dev.orders.app.JsonForm;
import dev.orders.app.Reconciled;
import dev.orders.app.ReconciledJson;
import java.util.List;

/** How an order of a journal is shown. */
final class ReconciledTable implements View<Reconciled> {

  @Override
  public List<String> columns() {
    return List.of("ENTRY", "FOUND", "ORDER", "KEY");
  }

  @Override
  public List<List<String>> rows(Reconciled order) {
    return List.of(
        List.of(
            Long.toString(order.entry()),
            order.found().word() + (order.isLost() ? " (lost)" : ""),
            String.join("", ids(order)),
            order.key()));
  }

  @Override
  public List<String> ids(Reconciled order) {
    return order.orderId() == 0 ? List.of() : List.of(Long.toString(order.orderId()));
  }

  @Override
  public JsonForm<Reconciled> json() {
    return new ReconciledJson();
  }
}
