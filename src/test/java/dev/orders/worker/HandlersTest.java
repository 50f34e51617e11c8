package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.Attempt;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskResult;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandlersTest {

  private final TaskResult result = TaskResult.of(Map.of());

  @Test
  void should_find_the_handler_by_the_task_s_name() throws Exception {
    assertThat(handlers("invoice", attempt -> result).handle(attempt("17-invoice")))
        .isSameAs(result);
  }

  @Test
  void should_let_one_handler_do_all_numbered_tasks_of_a_name() throws Exception {
    Handlers handlers = handlers("status", attempt -> result);
    assertThat(handlers.handle(attempt("17-status"))).isSameAs(result);
    assertThat(handlers.handle(attempt("17-status-12"))).isSameAs(result);
  }

  @Test
  void should_fail_for_good_when_nobody_knows_the_task() {
    assertThatThrownBy(() -> handlers("status", attempt -> result).handle(attempt("17-gift")))
        .isInstanceOf(PermanentFailureException.class)
        .hasMessage("this worker has no handler for gift tasks");
  }

  @Test
  @SuppressWarnings("NullAway") // a handler that breaks its contract is the point
  void should_call_a_handler_that_returns_nothing_a_failure() {
    assertThatThrownBy(() -> handlers("gift", attempt -> null).handle(attempt("17-gift")))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("the handler returned nothing");
  }

  private static Handlers handlers(String name, TaskHandler handler) {
    return new Handlers(Map.of(name, handler));
  }

  private static Attempt attempt(String task) {
    LeaseClock clock = new LeaseClock(Duration.ofSeconds(30), System::nanoTime);
    StubBroker broker = new StubBroker();
    return new RunningAttempt(
        Deliveries.of(task, 1, 0),
        clock.now(),
        new RunningAttempt.Tools("w1", broker, clock, new ProgressReporter("w1", broker)));
  }
}
