package dev.orders.app;

import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Flaw;
import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Compares finished tasks with what they have left in the folders of this machine, order after
 * order, and a second time where something seemed wrong. A task that may still run is left alone:
 * its next run settles what it finds. So is a file that no order of this installation has: folders
 * outlive orders, and may be shared.
 */
final class FileAudit {

  private static final int BATCH = 200;

  private final Inspector inspector;
  private final Traces traces;

  FileAudit(Inspector inspector, Settings settings) {
    this.inspector = inspector;
    this.traces = new Traces(inspector, settings);
  }

  /** What is missing, and what should not be there. */
  List<Finding> run() {
    Set<Long> suspects = new LinkedHashSet<>();
    forEachBatch(ids -> examine(ids, (flaw, task) -> suspects.add(task.orderId())));
    Map<Flaw, List<String>> found = new EnumMap<>(Flaw.class);
    for (Long id : suspects) {
      examine(
          List.of(id),
          (flaw, task) ->
              found.computeIfAbsent(flaw, none -> new ArrayList<>()).add(task.toString()));
    }
    return found.entrySet().stream()
        .map(entry -> new Finding(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void forEachBatch(Consumer<List<Long>> reader) {
    List<Long> newest = inspector.newest();
    long last = newest.isEmpty() ? 0 : Collections.max(newest);
    for (long first = 1; first <= last; first += BATCH) {
      reader.accept(LongStream.range(first, Math.min(last + 1, first + BATCH)).boxed().toList());
    }
  }

  private void examine(List<Long> ids, BiConsumer<Flaw, TaskId> wrong) {
    List<OrderRecord> orders = readable(ids, inspector::orders);
    List<Task> tasks =
        readable(
            orders.stream().flatMap(order -> order.tasks().stream()).toList(), inspector::tasks);
    Map<Long, OrderRecord> byId =
        orders.stream().collect(Collectors.toMap(OrderRecord::id, order -> order));
    Set<TaskId> marked = inspector.withEffect(tasks.stream().map(Task::id).toList());
    for (Task task : tasks) {
      OrderRecord order = byId.get(task.id().orderId());
      if (order != null && task.state().isFinal()) {
        examine(task, order, marked.contains(task.id()), wrong);
      }
    }
  }

  private void examine(
      Task task, OrderRecord order, boolean isMarked, BiConsumer<Flaw, TaskId> wrong) {
    boolean isDone = task.state() == TaskState.SUCCESS;
    if (task.id().name().equals(TaskTypes.INVOICE.name())) {
      boolean isThere = isDone ? traces.hasInvoice(task) : traces.hasInvoice(order);
      if (isThere != isDone) {
        wrong.accept(isDone ? Flaw.NO_INVOICE : Flaw.INVOICE_UNEXPECTED, task.id());
      }
    } else if (task.queue().equals(TaskTypes.EMAIL.queue())) {
      boolean isSent = isMarked || (isDone ? traces.isSent(task) : traces.hasMessage(task, order));
      if (isSent != isDone) {
        wrong.accept(isDone ? Flaw.NO_MESSAGE : Flaw.MESSAGE_UNEXPECTED, task.id());
      }
    }
  }

  /** Records that can be read; one that cannot is told by another check. */
  private static <K, V> List<V> readable(List<K> ids, Function<List<K>, List<V>> read) {
    try {
      return read.apply(ids);
    } catch (IllegalArgumentException e) {
      return separately(ids, read);
    } catch (BrokerException e) {
      boolean isOfWrongType = String.valueOf(e.getMessage()).contains("WRONGTYPE");
      if (!isOfWrongType) {
        throw e;
      }
      return separately(ids, read);
    }
  }

  private static <K, V> List<V> separately(List<K> ids, Function<List<K>, List<V>> read) {
    return ids.size() < 2
        ? List.of()
        : ids.stream().flatMap(id -> readable(List.of(id), read).stream()).toList();
  }
}
