package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import dev.orders.redis.TestCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker on a Cluster, one of whose masters dies. */
@Timeout(400)
class ClusterWorkerIT {

  private static final int TASKS = 150;

  private final TestCluster cluster = TestCluster.shared();

  @Test
  void should_end_every_task_when_a_master_is_killed_under_it() {
    try (Shop shop = new Shop(cluster.url()).lease(Duration.ofSeconds(3))) {
      List<TaskId> tasks = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        tasks.add(shop.submitOne());
      }
      cluster.awaitReplicated();
      Worker worker =
          shop.worker(
              4,
              attempt -> {
                attempt.progress(50);
                return TaskResult.of(Map.of());
              });
      await().atMost(Duration.ofMinutes(2)).until(() -> shop.stats().pending() < TASKS * 2 / 3);
      Runnable restart = cluster.killMasterOf("{0}");
      try {
        await()
            .atMost(Duration.ofMinutes(4))
            .pollInterval(Duration.ofMillis(300))
            .ignoreExceptions()
            .until(() -> isAllDone(shop, tasks));
      } finally {
        restart.run();
      }
      assertThat(worker.hasEnded()).isFalse();
    }
  }

  @Test
  void should_give_back_what_it_took_when_a_stop_meets_the_fetch_after_a_wait() {
    try (Shop shop = new Shop(cluster.url())) {
      FaultyBroker broker = new FaultyBroker(shop.broker());
      Worker worker = shop.worker(1, attempt -> TaskResult.of(Map.of()), broker);
      AtomicReference<TaskId> task = new AtomicReference<>();
      await().until(() -> broker.waits() > 0);
      broker.beforeNextFetch(
          () -> {
            task.set(shop.submitOne());
            worker.stop();
          });
      await().until(worker::hasEnded);

      assertThat(shop.task(task.get()).attempts().deliveries()).isEqualTo(1);
      assertThat(shop.task(task.get()).state()).isIn(TaskState.PENDING, TaskState.SUCCESS);
    }
  }

  private static boolean isAllDone(Shop shop, List<TaskId> tasks) {
    return tasks.stream().allMatch(task -> shop.task(task).state() == TaskState.SUCCESS);
  }
}
