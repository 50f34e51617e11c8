package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Task;
import dev.orders.queue.TaskHandler;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.TaskState;
import dev.orders.redis.BundledServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(90)
class WorkerTroubleIT {

  private static final TaskResult DONE = TaskResult.of(Map.of());
  private static final TaskHandler DO_NOTHING = attempt -> DONE;

  /** A lease that is soon over, and yet not lost by a worker whom a busy machine lets wait. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Shop shop = new Shop();
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);

  @AfterEach
  void close() {
    finish.countDown();
    shop.close();
  }

  @Test
  void should_call_it_a_failure_when_its_success_cannot_be_written_down() {
    OrderChange impossible = new OrderChange("delivered", null); // from confirmed
    TaskId task = shop.submitOne();

    Worker worker = shop.worker(1, attempt -> new TaskResult(Map.of(), impossible, null));
    await().until(() -> worker.counts().failed() == 1);

    assertThat(worker.counts().succeeded()).isZero();
    assertThat(shop.task(task).error())
        .isEqualTo("the order is confirmed and cannot become delivered");
  }

  @Test
  void should_not_settle_nor_begin_the_effect_of_a_task_that_somebody_else_has()
      throws InterruptedException {
    AtomicInteger effects = new AtomicInteger();
    AtomicInteger abandoned = new AtomicInteger();
    TaskHandler slow =
        attempt -> {
          started.countDown();
          awaitDeaf(finish);
          try {
            attempt.beforeEffect();
          } catch (AttemptAbandonedException e) {
            abandoned.incrementAndGet();
            throw e;
          }
          effects.incrementAndGet();
          return DONE;
        };
    FaultyBroker faulty = new FaultyBroker(shop.broker());
    shop.lease(SHORT);
    Worker late = shop.worker(1, slow, faulty);
    faulty.breakHeartbeats();
    TaskId task = shop.submitOne();
    started.await();
    late.quiet();
    shop.worker(
        1,
        attempt -> {
          effects.incrementAndGet();
          return DONE;
        });
    await().until(() -> shop.task(task).state() == TaskState.SUCCESS);
    finish.countDown();
    await().until(() -> late.counts().stale() == 1);
    assertThat(abandoned).hasValue(1);
    assertThat(effects).hasValue(1);
    assertThat(shop.task(task).attempts()).isEqualTo(new Task.Attempts(2, 0, 0));
  }

  @Test
  void should_tell_the_next_delivery_of_an_effect_whose_acknowledgement_was_lost()
      throws InterruptedException {
    FaultyBroker faulty = new FaultyBroker(shop.broker());
    shop.lease(SHORT);
    Worker unlucky =
        shop.worker(
            1,
            attempt -> {
              attempt.beforeEffect();
              attempt.effectDone();
              faulty.breakSettlements();
              faulty.breakHeartbeats();
              started.countDown();
              return DONE;
            },
            faulty);
    TaskId task = shop.submitOne();
    started.await();
    unlucky.quiet();
    shop.worker(1, attempt -> TaskResult.of(Map.of("effect", attempt.delivery().effect().name())));
    await().until(() -> shop.task(task).state() == TaskState.SUCCESS);
    assertThat(shop.task(task).facts()).containsEntry("effect", "DONE");
    assertThat(shop.task(task).attempts().deliveries()).isEqualTo(2);
  }

  @Test
  void should_have_a_late_success_refused() throws InterruptedException {
    FaultyBroker faulty = new FaultyBroker(shop.broker());
    shop.lease(SHORT);
    Worker late =
        shop.worker(
            1,
            attempt -> {
              started.countDown();
              awaitDeaf(finish);
              return TaskResult.of(Map.of("by", "late"));
            },
            faulty);
    faulty.breakHeartbeats();
    TaskId task = shop.submitOne();
    started.await();
    late.quiet();
    shop.worker(1, attempt -> TaskResult.of(Map.of("by", "other")));
    await().until(() -> shop.task(task).state() == TaskState.SUCCESS);
    finish.countDown();
    await().until(() -> late.counts().stale() == 1);
    assertThat(shop.task(task).facts()).containsEntry("by", "other");
    assertThat(late.counts().succeeded()).isZero();
  }

  @Test
  void should_stop_a_handler_when_the_heart_learns_that_the_lease_is_lost()
      throws InterruptedException {
    FaultyBroker faulty = new FaultyBroker(shop.broker());
    shop.lease(SHORT);
    CountDownLatch interrupted = new CountDownLatch(1);
    Worker late =
        shop.worker(
            1,
            attempt -> {
              started.countDown();
              try {
                finish.await();
              } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
              }
              return DONE;
            },
            faulty);
    faulty.breakHeartbeats();
    TaskId task = shop.submitOne();
    started.await();
    late.quiet();
    shop.worker(1, DO_NOTHING);
    await().until(() -> shop.task(task).state() == TaskState.SUCCESS);
    faulty.mendHeartbeats();
    interrupted.await();
    await().until(() -> late.counts().stale() == 1);
    assertThat(shop.task(task).state()).isEqualTo(TaskState.SUCCESS);
  }

  @Test
  void should_keep_the_other_leases_while_a_settlement_hangs() throws InterruptedException {
    FaultyBroker faulty = new FaultyBroker(shop.broker());
    shop.lease(SHORT);
    AtomicInteger runs = new AtomicInteger();
    faulty.hangSettlements();
    Worker worker =
        shop.worker(
            2,
            attempt -> {
              if (runs.incrementAndGet() == 1) {
                started.countDown();
                finish.await();
              }
              return DONE;
            },
            faulty);
    TaskId running = shop.submitOne();
    started.await();
    shop.submitOne();
    await().until(() -> faulty.settlementsHang());
    int beats = faulty.beats();
    await().until(() -> faulty.beats() > beats + 6); // two leases long
    assertThat(shop.task(running).state()).isEqualTo(TaskState.STARTED);
    assertThat(shop.task(running).attempts().deliveries()).isEqualTo(1);
    faulty.mendSettlements();
    finish.countDown();
    await().until(() -> shop.task(running).state() == TaskState.SUCCESS);
    assertThat(worker.counts().succeeded()).isPositive();
  }

  @Test
  void should_settle_what_ended_while_the_broker_was_away() throws InterruptedException {
    FaultyBroker faulty = new FaultyBroker(shop.broker());
    Worker worker =
        shop.worker(
            1,
            attempt -> {
              started.countDown();
              awaitDeaf(finish);
              return DONE;
            },
            faulty);
    TaskId task = shop.submitOne();
    started.await();
    faulty.breakSettlements();
    finish.countDown();
    await().until(() -> faulty.refusals() > 2);
    faulty.mendSettlements();
    await().until(() -> shop.task(task).state() == TaskState.SUCCESS);
    await().untilAsserted(() -> assertThat(worker.counts().succeeded()).isEqualTo(1));
    assertThat(shop.task(task).attempts().deliveries()).isEqualTo(1);
  }

  @Test
  void should_finish_everything_although_redis_is_killed_and_started_again(@TempDir Path data) {
    BundledServer first = BundledServer.start(0, data);
    try (Shop elsewhere = new Shop(first.url()).lease(Duration.ofSeconds(2))) {
      List<TaskId> tasks = elsewhere.submit(400);
      AtomicInteger runs = new AtomicInteger();
      Worker worker =
          elsewhere.worker(
              4,
              attempt -> {
                if (runs.incrementAndGet() > 100) {
                  finish.await();
                }
                return DONE;
              });
      await().until(() -> worker.counts().succeeded() > 50);
      first.kill();
      finish.countDown();
      try (BundledServer second = BundledServer.start(first.port(), data)) {
        await()
            .atMost(Duration.ofSeconds(60))
            .untilAsserted(
                () ->
                    assertThat(tasks)
                        .allSatisfy(
                            task ->
                                assertThat(elsewhere.task(task).state())
                                    .isEqualTo(TaskState.SUCCESS)));
        assertThat(elsewhere.stats().active()).isZero();
        assertThat(second.isAlive()).isTrue();
        worker.stop();
        Shop.awaitEnd(worker);
      }
    }
  }

  @Test
  void should_say_so_when_redis_cannot_be_reached_at_the_start() {
    try (Shop nowhere = new Shop("redis://127.0.0.1:1/0")) {
      assertThatThrownBy(() -> nowhere.worker(1, DO_NOTHING))
          .isInstanceOf(BrokerException.class)
          .hasMessageContaining("127.0.0.1:1");
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
