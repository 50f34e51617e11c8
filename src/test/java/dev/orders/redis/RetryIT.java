package dev.orders.redis;

import static dev.orders.redis.TestStore.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.Operations.Change;
import dev.orders.queue.Operations.Verdict;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Task;
import dev.orders.queue.TaskId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Dead tasks get another life from an operator. */
class RetryIT {

  private static final TaskId TASK = new TaskId(1, "email");

  private final TestStore store = new TestStore();
  private final Standing standing = store.standing();

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void should_put_a_dead_task_back_behind_the_others_with_its_counts_reset() {
    bury(1);
    store.order(EMAIL);
    store.raw().del(store.keys().wake("email"));

    assertThat(store.operations().retry(TASK)).isEqualTo(new Change(Verdict.OK, TASK, "PENDING"));

    assertThat(standing.queue("email"))
        .isEqualTo("pending[2-email 1-email] lease[] delayed[] dead[] wake[1]");
    assertThat(standing.task("1-email")).isEqualTo("PENDING #1 by w1");
    assertThat(standing.order(1)).isEqualTo("confirmed, 1 open");
    assertThat(standing.counts()).isEqualTo("accepted=2 dead=1 revived=1 tasks=2");
    assertThat(standing.events()).last().isEqualTo("PENDING 1-email");
    Task task = store.inspector().task(TASK).orElseThrow();
    assertThat(task.times().ended()).isNull();
    assertThat(task.error()).isNull();
  }

  @Test
  void should_give_poison_five_new_lives() {
    store.order(EMAIL);
    for (int i = 0; i < 5; i++) {
      store.expire(store.begin(store.take("email")));
    }
    store.sweep("email");
    store.operations().retry(TASK);
    store.expire(store.begin(store.take("email")));
    store.sweep("email");

    assertThat(standing.task("1-email")).isEqualTo("PENDING #6 by w1, crashes 1");
  }

  @Test
  void should_not_retry_what_is_not_dead() {
    store.order(EMAIL);
    assertThat(store.operations().retry(TASK))
        .isEqualTo(new Change(Verdict.CONFLICT, TASK, "PENDING"));

    store.succeed(store.take("email"));
    assertThat(store.operations().retry(TASK))
        .isEqualTo(new Change(Verdict.CONFLICT, TASK, "SUCCESS"));
    assertThat(standing.queue("email")).isEqualTo("pending[] lease[] delayed[] dead[] wake[]");
  }

  @Test
  void should_not_know_a_task_that_was_never_issued() {
    assertThat(store.operations().retry(TASK)).isEqualTo(new Change(Verdict.UNKNOWN, TASK, ""));
  }

  @Test
  void should_retry_a_dead_task_that_lies_nowhere_and_put_that_aside() {
    bury(1);
    store.raw().del(store.keys().dead("email"));

    assertThat(store.operations().retry(TASK).verdict()).isEqualTo(Verdict.OK);
    assertThat(standing.quarantine()).containsExactly("task-in-no-place 1-email");
    assertThat(standing.queue("email"))
        .isEqualTo("pending[1-email] lease[] delayed[] dead[] wake[1]");
  }

  @Test
  void should_retry_the_oldest_dead_of_a_queue() {
    bury(3);
    for (int i = 1; i <= 3; i++) {
      store.raw().zadd(store.keys().dead("email"), 10 - i, i + "-email");
    }

    assertThat(store.operations().retryDead("email", 2))
        .containsExactly(new TaskId(3, "email"), new TaskId(2, "email"));
    assertThat(standing.queue("email"))
        .isEqualTo("pending[3-email 2-email] lease[] delayed[] dead[1-email] wake[1]");
  }

  @Test
  void should_retry_none_where_none_is_dead() {
    assertThat(store.operations().retryDead("email", 200)).isEmpty();
    assertThat(store.operations().retryDead("email", 0)).isEmpty();
  }

  @Test
  void should_retry_no_more_than_two_hundred_a_call() {
    bury(250);

    assertThat(store.operations().retryDead("email", 1_000)).hasSize(200);
    assertThat(store.operations().retryDead("email", 1_000)).hasSize(50);
  }

  @Test
  void should_give_the_same_answer_when_the_same_request_is_sent_twice() {
    bury(2);
    Object one = store.run(Script.RETRY, "r1", "1-email");
    Object many = store.run(Script.RETRY, "r2", "", "email", "10");
    var before = standing.everything();

    assertThat(many).isEqualTo(List.of(List.of("OK", "2-email", "PENDING")));
    assertThat(store.run(Script.RETRY, "r1", "1-email")).isEqualTo(one);
    assertThat(store.run(Script.RETRY, "r2", "", "email", "10")).isEqualTo(many);
    assertThat(standing.everything()).isEqualTo(before);
  }

  @Test
  void should_replay_that_there_was_nothing_to_retry() {
    Object none = store.run(Script.RETRY, "r1", "", "email", "10");
    bury(1);

    assertThat(store.run(Script.RETRY, "r1", "", "email", "10")).isEqualTo(none);
    assertThat(none).isEqualTo(List.of());
  }

  private void bury(int count) {
    for (int i = 0; i < count; i++) {
      store.order(EMAIL);
    }
    store.fetch("w1", count, "email").forEach(one -> store.settle(one, new Failed("no")));
  }
}
