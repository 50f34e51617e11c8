package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.OrderRecord;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final TaskId SHIPPING = new TaskId(17, "shipping");
  private static final TaskId NOTICE = new TaskId(17, "notice");

  @Test
  void should_not_let_an_order_seem_done_whose_notice_came_between_two_reads() {
    NoticeComesInBetween queue = new NoticeComesInBetween();

    List<Snapshot> snapshots = new Snapshots(queue::orders, queue::tasks).of(List.of(17L));

    assertThat(snapshots).singleElement().matches(snapshot -> !snapshot.hasEnded());
    assertThat(snapshots.get(0).tasks()).extracting(Task::id).containsExactly(SHIPPING, NOTICE);
  }

  @Test
  void should_see_the_end_of_an_order_that_has_ended() {
    NoticeComesInBetween queue = new NoticeComesInBetween();
    queue.noticeState = TaskState.SUCCESS;

    assertThat(new Snapshots(queue::orders, queue::tasks).of(List.of(17L)))
        .singleElement()
        .matches(Snapshot::hasEnded);
  }

  /**
   * The shipment succeeds, and the notice appears, right after the order's record was read for the
   * first time.
   */
  private static final class NoticeComesInBetween {

    private final List<TaskId> named = new ArrayList<>(List.of(SHIPPING));
    private TaskState noticeState = TaskState.PENDING;

    List<OrderRecord> orders(List<Long> orderIds) {
      List<OrderRecord> answer = orderIds.stream().map(this::record).toList();
      if (!named.contains(NOTICE)) {
        named.add(NOTICE);
      }
      return answer;
    }

    private OrderRecord record(long id) {
      return new OrderRecord(
          id, "shipped", Instant.EPOCH, Instant.EPOCH, null, null, "f", 1, List.copyOf(named));
    }

    List<Task> tasks(List<TaskId> ids) {
      return ids.stream()
          .map(id -> task(id, id.equals(NOTICE) ? noticeState : TaskState.SUCCESS))
          .toList();
    }

    private static Task task(TaskId id, TaskState state) {
      return new Task(
          id,
          "q",
          state,
          0,
          null,
          null,
          new Task.Attempts(1, 0, 0),
          new Task.Times(Instant.EPOCH, null, null, null),
          Map.of(),
          null);
    }
  }
}
