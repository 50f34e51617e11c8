package dev.orders.redis;

import dev.orders.queue.Operations;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What operators change, each call one script a partition. */
final class RedisOperations implements Operations {

  private static final int MOST = 200;

  private final Requests requests;
  private final Partitions partitions;
  private final String retention;

  RedisOperations(Requests requests, Partitions partitions, Duration retention) {
    this.requests = requests;
    this.partitions = partitions;
    this.retention = Long.toString(retention.toMillis());
  }

  @Override
  public Change cancel(TaskId task) {
    return changes(Script.CANCEL, task.orderId(), List.of(request(), retention, task.toString()))
        .get(0);
  }

  @Override
  public List<Change> cancelOrder(long orderId) {
    return changes(
        Script.CANCEL, orderId, List.of(request(), retention, "", Long.toString(orderId)));
  }

  @Override
  public Change retry(TaskId task) {
    return changes(Script.RETRY, task.orderId(), List.of(request(), task.toString())).get(0);
  }

  @Override
  public List<TaskId> retryDead(String queue, int atMost) {
    List<TaskId> revived = new ArrayList<>();
    for (int i = 0; i < partitions.count() && revived.size() < atMost; i++) {
      String most = Integer.toString(Math.min(MOST, atMost - revived.size()));
      changes(Script.RETRY, i, List.of(request(), "", queue, most)).stream()
          .filter(change -> change.verdict() == Verdict.OK)
          .forEach(change -> revived.add(change.task()));
    }
    return revived;
  }

  @Override
  public Change update(long orderId, String status, TaskType type) {
    List<String> arguments =
        List.of(request(), Long.toString(orderId), status, type.name(), type.queue());
    return change(
        requests.<List<Object>>run(Script.UPDATE, partitions.of(orderId).never(), arguments));
  }

  @Override
  public boolean pause(String queue) {
    return everywhere(Script.PAUSE, queue);
  }

  @Override
  public boolean resume(String queue) {
    return everywhere(Script.RESUME, queue);
  }

  private boolean everywhere(Script script, String queue) {
    List<ScriptCall> calls =
        IntStream.range(0, partitions.count())
            .mapToObj(i -> new ScriptCall(script, partitions.at(i).never(), List.of(queue)))
            .toList();
    return requests.<Long>all(calls).contains(1L);
  }

  private List<Change> changes(Script script, long orderId, List<String> arguments) {
    return requests.<List<Object>>run(script, partitions.of(orderId).never(), arguments).stream()
        .map(answer -> change((List<?>) answer))
        .toList();
  }

  private static Change change(List<?> answer) {
    return new Change(
        Verdict.valueOf((String) answer.get(0)),
        TaskId.parse((String) answer.get(1)).orElse(null),
        (String) answer.get(2));
  }

  private static String request() {
    return RandomId.next();
  }
}
