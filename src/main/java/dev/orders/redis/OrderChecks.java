package dev.orders.redis;

import dev.orders.queue.AuditTerms;
import dev.orders.queue.Flaw;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** What must hold within one order, seen at one moment; see {@link dev.orders.queue.Check}. */
final class OrderChecks {

  private final AuditTerms terms;
  private final TaskListCheck taskList;

  OrderChecks(AuditTerms terms) {
    this.terms = terms;
    this.taskList = new TaskListCheck(terms.plan());
  }

  void check(OrderPicture order, Flaws flaws) {
    if (!order.isReadable()) {
      return; // a key of the wrong type, which is told with the keys
    }
    String id = Long.toString(order.id());
    List<TaskPicture> tasks = order.tasks();
    checkStatus(order, id, flaws);
    checkOpen(order, id, tasks, flaws);
    taskList.check(order, tasks, flaws);
    checkBody(order, id, flaws);
    checkKey(order, id, flaws);
    tasks.forEach(task -> TaskChecks.check(task, flaws));
  }

  private void checkStatus(OrderPicture order, String id, Flaws flaws) {
    String status = order.status();
    if (status == null) {
      flaws.add(Flaw.UNREADABLE, id);
    } else if (!terms.plan().statuses().contains(status)) {
      flaws.add(Flaw.UNKNOWN_STATUS, id);
    }
  }

  /** An order with a task that cannot be read is not counted: that is found by itself. */
  private static void checkOpen(
      OrderPicture order, String id, List<TaskPicture> tasks, Flaws flaws) {
    OptionalLong count = Books.whole(Objects.requireNonNullElse(order.open(), "0"));
    if (!tasks.stream().allMatch(TaskPicture::isReadable)) {
      return;
    }
    long open = tasks.stream().filter(task -> !task.hasEnded()).count();
    if (count.isEmpty() || count.getAsLong() != open) {
      flaws.add(Flaw.MISCOUNTED, id);
    }
    if (open == 0 && !order.isClosed()) {
      flaws.add(Flaw.NOT_CLOSED, id);
    } else if (open > 0 && order.isClosed()) {
      flaws.add(Flaw.CLOSED_TOO_EARLY, id);
    }
  }

  private void checkBody(OrderPicture order, String id, Flaws flaws) {
    String body = order.body();
    if (body == null) {
      flaws.add(Flaw.NO_BODY, id);
    } else if (!body.equals(OrderPicture.OTHER)
        && !terms.fingerprint().apply(body).equals(order.fingerprint())) {
      flaws.add(Flaw.OTHER_BODY, id);
    }
  }

  private static void checkKey(OrderPicture order, String id, Flaws flaws) {
    if (order.key() == null) {
      return;
    }
    String holder = order.holder();
    if (holder == null) {
      flaws.add(Flaw.KEY_LOST, id);
    } else if (!holder.equals(OrderPicture.OTHER)
        && !holder.equals(id + " " + order.fingerprint())) {
      flaws.add(Flaw.KEY_OF_ANOTHER, id);
    }
  }
}
