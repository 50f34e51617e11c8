package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.AuditReport;
import dev.orders.queue.Flaw;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An audit beside work in full swing, and over several partitions. */
class AuditRunningIT {

  private static final int AUDITS = 12;

  private AuditedShop shop = new AuditedShop();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void should_find_nothing_wrong_while_everything_moves() throws Exception {
    for (int i = 0; i < 300; i++) {
      shop.store.order();
    }
    AtomicBoolean isOver = new AtomicBoolean();
    CompletableFuture<Void> submitting = during(isOver, this::submitAndCancel);
    CompletableFuture<Void> working = during(isOver, this::work);

    for (int i = 0; i < AUDITS; i++) {
      assertThat(shop.findings()).isEmpty();
    }
    isOver.set(true);
    CompletableFuture.allOf(submitting, working).get();

    AuditReport atRest = shop.audit();
    assertThat(atRest.findings()).isEmpty();
    assertThat(atRest.isComplete()).isTrue();
    assertThat(shop.store.standing().counts()).contains("purged=");
  }

  private static CompletableFuture<Void> during(AtomicBoolean isOver, Runnable act) {
    return CompletableFuture.runAsync(
        () -> {
          while (!isOver.get()) {
            act.run();
          }
        });
  }

  /** Cancels from the middle of the lists, so that what an audit reads shifts under its hands. */
  private void submitAndCancel() {
    long order = shop.store.submit(null, FINGERPRINT, Duration.ZERO).orderId();
    shop.store.operations().cancelOrder(Math.max(5, order - 100));
    shop.store.outlive(order - 200);
  }

  private void work() {
    shop.carryOut(20);
  }

  @Test
  void should_audit_every_partition() {
    shop.close();
    shop = new AuditedShop(TestStore.withPartitions(3));
    Keys.Partition one = new Keys(shop.store.namespace()).partition(1);
    for (int i = 0; i < 30; i++) {
      shop.store.submit("key-" + i, FINGERPRINT, Duration.ZERO);
    }
    String lost = shop.raw().rpop(one.pending("invoice"));
    shop.raw().lpush(one.pending("email"), "999-email");
    shop.raw().set(one.prefix() + "body:3", TestStore.BODY);

    assertThat(shop.findings())
        .containsEntry(Flaw.NOWHERE, List.of(lost))
        .containsEntry(Flaw.GHOST, List.of("999-email"))
        .containsEntry(Flaw.ASTRAY, List.of(one.prefix() + "body:3"))
        .hasSize(3);
    shop.repairable();
    assertThat(shop.findings()).containsOnlyKeys(Flaw.QUARANTINED, Flaw.ASTRAY);
  }

  @Test
  void should_stop_taking_note_when_everything_is_wrong() {
    Suspects<Integer> suspects = new Suspects<>();
    for (int i = 0; i <= Suspects.MOST; i++) {
      suspects.add(i);
    }

    assertThat(suspects.isFull()).isTrue();
    assertThat(suspects.all()).hasSize(Suspects.MOST);
  }
}
