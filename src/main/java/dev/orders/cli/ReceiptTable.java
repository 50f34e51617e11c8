package dev.orders.cli;

import dev.orders.app.AcceptanceJson;
import dev.orders.app.JsonForm;
import dev.orders.app.Services;
import dev.orders.queue.Receipt;
import dev.orders.queue.TaskId;
import java.util.List;
import java.util.stream.Collectors;

/** How an accepted order is shown. */
final class ReceiptTable implements View<Receipt> {

  private final JsonForm<Receipt> json;

  ReceiptTable(Services services) {
    this.json = new AcceptanceJson(services.messages());
  }

  @Override
  public List<String> columns() {
    return List.of("ORDER", "STATUS", "TASKS");
  }

  @Override
  public List<List<String>> rows(Receipt receipt) {
    String tasks = receipt.tasks().stream().map(TaskId::toString).collect(Collectors.joining(" "));
    return List.of(List.of(Long.toString(receipt.orderId()), receipt.status(), tasks));
  }

  @Override
  public List<String> ids(Receipt receipt) {
    return List.of(Long.toString(receipt.orderId()));
  }

  @Override
  public JsonForm<Receipt> json() {
    return json;
  }
}
