package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Receipt;
import dev.orders.queue.Receipt.Verdict;
import dev.orders.queue.Submission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers as the queue would, and accepts nothing: a new order gets the id 0. */
final class DryRunIntake implements Intake {

  private final Inspector inspector;

  DryRunIntake(Inspector inspector) {
    this.inspector = inspector;
  }

  @Override
  public List<Receipt> submit(List<Submission> orders) {
    Map<String, OrderRecord> known =
        inspector.ordersByKey(
            orders.stream().map(Submission::idempotencyKey).filter(Objects::nonNull).toList());
    return orders.stream()
        .map(order -> answer(order, known.get(String.valueOf(order.idempotencyKey()))))
        .toList();
  }

  private static Receipt answer(Submission order, @Nullable OrderRecord holder) {
    if (holder == null) {
      return new Receipt(Verdict.OK, 0, "", List.of(), null);
    }
    boolean isSame = holder.fingerprint().equals(order.fingerprint());
    Verdict verdict = isSame ? Verdict.DUPLICATE : Verdict.CONFLICT;
    return new Receipt(verdict, holder.id(), holder.status(), holder.tasks(), null);
  }
}
