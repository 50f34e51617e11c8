package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.Task;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import dev.orders.redis.BundledServer;
import dev.orders.redis.CuttingProxy;
import dev.orders.redis.TestRedis;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerStopIT {

  private static final TaskResult DONE = TaskResult.of(Map.of());

  private final Shop shop = new Shop();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);
  private final TaskHandler waiting =
      attempt -> {
        started.countDown();
        finish.await();
        return DONE;
      };

  @AfterEach
  void close() {
    finish.countDown();
    shop.close();
  }

  @Test
  void should_finish_what_runs_and_give_back_what_has_not_begun() throws InterruptedException {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch warm = new CountDownLatch(1);
    // Fast at first, so that tasks are reserved ahead; then one that holds the only thread.
    TaskHandler handler =
        attempt -> {
          if (runs.incrementAndGet() < 20) {
            return DONE;
          }
          warm.countDown();
          return waiting.handle(attempt);
        };
    shop.submit(200);
    Worker worker = shop.worker(1, handler);
    warm.await();
    worker.stop();
    await().until(() -> shop.stats().active() == 1);
    assertThat(worker.hasEnded()).isFalse();
    finish.countDown();
    worker.awaitEnd();
    assertThat(worker.counts().released()).isPositive();
    assertThat(worker.counts().succeeded()).isEqualTo(20);
    assertThat(shop.stats().pending()).isEqualTo(180);
    assertThat(shop.stats().active()).isZero();
    assertThat(shop.liveWorkers()).isEmpty();
  }

  @Test
  void should_interrupt_what_runs_beyond_the_grace_and_give_it_back_without_a_penalty()
      throws InterruptedException {
    shop.grace(Duration.ofMillis(100));
    TaskId task = shop.submitOne();
    Worker worker = shop.worker(1, waiting);
    started.await();
    worker.stop();
    worker.awaitEnd();
    assertThat(shop.task(task).state()).isEqualTo(TaskState.PENDING);
    assertThat(shop.task(task).attempts()).isEqualTo(new Task.Attempts(1, 0, 0));
  }

  @Test
  void should_let_a_success_count_that_comes_while_it_is_being_stopped()
      throws InterruptedException {
    TaskId task = shop.submitOne();
    Worker worker =
        shop.worker(
            1,
            attempt -> {
              started.countDown();
              awaitInterrupt();
              return DONE;
            });
    started.await();
    worker.stopNow();
    worker.awaitEnd();
    assertThat(shop.task(task).state()).isEqualTo(TaskState.SUCCESS);
  }

  @Test
  void should_not_wait_for_the_grace_when_told_to_stop_now() throws InterruptedException {
    shop.grace(Duration.ofMinutes(10));
    TaskId task = shop.submitOne();
    Worker worker = shop.worker(1, waiting);
    started.await();
    worker.stop();
    worker.stopNow();
    worker.awaitEnd();
    assertThat(shop.task(task).state()).isEqualTo(TaskState.PENDING);
  }

  @Test
  void should_give_back_what_a_deaf_handler_holds_and_ignore_what_becomes_of_it()
      throws InterruptedException {
    TaskId task = shop.submitOne();
    Worker worker =
        shop.worker(
            1,
            attempt -> {
              started.countDown();
              awaitDeaf(finish);
              return DONE;
            });
    started.await();
    worker.stopNow();
    worker.awaitEnd();
    finish.countDown();
    assertThat(shop.task(task).state()).isEqualTo(TaskState.PENDING);
    assertThat(worker.counts().succeeded()).isZero();
    assertThat(worker.counts().released()).isEqualTo(1);
  }

  @Test
  void should_work_off_what_is_in_hand_and_take_nothing_more_when_quiet() {
    TaskId running = shop.submitOne();
    Worker worker = shop.worker(1, waiting);
    await().until(() -> started.getCount() == 0);
    worker.quiet();
    finish.countDown();
    await().until(() -> shop.task(running).state() == TaskState.SUCCESS);
    TaskId later = shop.submitOne();
    Worker other = shop.worker(1, attempt -> DONE);
    await().until(() -> other.counts().succeeded() == 1);
    assertThat(worker.counts().succeeded()).isEqualTo(1);
    assertThat(shop.task(later).state()).isEqualTo(TaskState.SUCCESS);
    assertThat(worker.hasEnded()).isFalse();
  }

  @Test
  void should_give_back_what_it_took_without_hearing_of_it() throws Exception {
    try (CuttingProxy proxy = new CuttingProxy(TestRedis.shared().port());
        Shop elsewhere = new Shop(proxy.url())) {
      FaultyBroker broker = new FaultyBroker(elsewhere.broker());
      Worker worker = elsewhere.worker(1, attempt -> DONE, broker);
      await().until(() -> broker.waits() > 0);
      broker.afterFailedWait(worker::stop);
      proxy.cutAnswer("1-email email ");
      TaskId task = elsewhere.submitOne();
      worker.awaitEnd();

      assertThat(proxy.hasCut()).isTrue();
      assertThat(elsewhere.task(task).state()).isEqualTo(TaskState.PENDING);
      assertThat(elsewhere.task(task).attempts()).isEqualTo(new Task.Attempts(1, 0, 0));
      assertThat(worker.counts().released()).isEqualTo(1);
    }
  }

  @Test
  void should_end_within_bounds_when_redis_is_gone() throws InterruptedException {
    try (BundledServer server = TestRedis.start();
        Shop elsewhere = new Shop(server.url()).grace(Duration.ofMillis(100))) {
      List<TaskId> tasks = elsewhere.submit(2);
      Worker worker = elsewhere.worker(2, waiting);
      started.await();
      server.kill();
      long begun = System.nanoTime();
      worker.stop();
      worker.awaitEnd();
      assertThat(tasks).hasSize(2);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void should_end_when_it_was_never_started() throws InterruptedException {
    WorkerOptions options =
        new WorkerOptions("w1", List.of("email"), 1, Shop.limits(Duration.ofSeconds(30)), false);
    Worker worker = new Worker(shop.broker(), options, Map.of(), queue -> Shop.POLICY);
    worker.stop();
    worker.awaitEnd();
  }

  private static void awaitInterrupt() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException told) {
      // as told
    }
  }

  private static void awaitDeaf(CountDownLatch latch) {
    boolean open = false;
    while (!open) {
      try {
        latch.await();
        open = true;
      } catch (InterruptedException ignored) {
        // deaf
      }
    }
  }
}
