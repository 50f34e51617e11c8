package dev.orders.redis;

import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.LEASE;
import static dev.orders.redis.TestStore.NOTICE;
import static dev.orders.redis.TestStore.STATUS;

import dev.orders.queue.Broker;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Report;
import dev.orders.queue.Delivery;
import dev.orders.queue.EventFeed;
import dev.orders.queue.Flaw;
import dev.orders.queue.Inspector.Place;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Outcome;
import dev.orders.queue.Settlement.Released;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Revoked;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that each role has to do, in a shop that another user keeps. Steps go on whatever
 * becomes of the one before.
 */
final class RoleWalk {

  private static final List<String> QUEUES = List.of("email", "invoice", "shipping");

  /** Who may do everything. */
  private final AuditedShop shop;

  /** Who is tried. */
  private final RedisStore role;

  private final List<RuntimeException> refusals = new ArrayList<>();

  RoleWalk(AuditedShop shop, RedisStore role) {
    this.shop = shop;
    this.role = role;
  }

  /** What was refused. */
  List<RuntimeException> refusals() {
    return refusals;
  }

  private void step(Runnable act) {
    try {
      act.run();
    } catch (RuntimeException refused) {
      refusals.add(refused);
    }
  }

  void take(String name) {
    leaveYesterday();
    switch (name) {
      case "orders-submitter" -> submitter();
      case "orders-worker" -> worker();
      case "orders-viewer" -> viewer();
      default -> operator();
    }
  }

  /** What the counts by the minute have to clear away first, whichever minute it is by then. */
  private void leaveYesterday() {
    long now = System.currentTimeMillis() / 60_000;
    for (long minute = now - 1; minute <= now + 1; minute++) {
      shop.raw().hset(shop.key("minute:" + minute % 1_440), "minute", "1");
    }
  }

  private void submitter() {
    step(() -> submit("walk"));
    step(() -> submit("walk"));
    step(() -> role.intake().submit(List.of(plain(null), plain(null))));
    step(
        () ->
            role.durableIntake()
                .submit(List.of(TestStore.submission(null, FINGERPRINT, Duration.ofHours(1)))));
    step(() -> role.inspector().installation());
    step(() -> role.inspector().ordersByKey(List.of("walk")));
    follow();
  }

  private void submit(@Nullable String key) {
    role.intake().submit(List.of(plain(key)));
  }

  private static Submission plain(@Nullable String key) {
    return TestStore.submission(key, FINGERPRINT, Duration.ZERO);
  }

  /** What whoever has an order's id may see of it. */
  private void follow() {
    step(() -> role.inspector().tasks(1));
    step(() -> role.inspector().body(1));
    step(() -> role.inspector().trail(1));
    step(() -> role.inspector().history(new EventFeed.Position(0, 0, 1, 0), 10));
    step(
        () -> {
          try (EventFeed feed = role.inspector().follow()) {
            feed.next(Duration.ofMillis(1));
          }
        });
  }

  private void viewer() {
    follow();
    step(() -> role.inspector().installation());
    step(() -> role.inspector().ordersByKey(List.of("shop-1")));
    step(() -> role.inspector().workers());
    step(() -> role.inspector().counts());
    step(() -> role.inspector().hazards());
    step(() -> role.inspector().withEffect(List.of(new TaskId(1, "email"))));
    QUEUES.forEach(queue -> step(() -> role.inspector().queue(queue)));
    for (Place place : Place.values()) {
      step(() -> role.inspector().list("email", place, 10));
    }
    shop.raw().lpush(shop.key("email:pending"), "77-email");
    shop.raw().zadd(shop.key("closed"), 1, "77");
    step(() -> role.auditor().audit(AuditedShop.TERMS));
    shop.raw().lrem(shop.key("email:pending"), 0, "77-email");
    shop.raw().zrem(shop.key("closed"), "77");
  }

  private void operator() {
    viewer();
    TaskId waiting = new TaskId(3, "email");
    step(() -> role.operations().retry(new TaskId(2, "invoice")));
    step(() -> role.operations().retryDead("email", 10));
    step(() -> role.operations().pause("email"));
    step(() -> role.operations().resume("email"));
    step(() -> role.operations().update(1, "delivered", STATUS));
    step(() -> role.operations().cancel(waiting));
    step(() -> role.operations().cancelOrder(3));
    step(() -> role.operations().cancelOrder(4));
    repairs();
  }

  private void repairs() {
    long order = shop.store.order();
    shop.raw().lrem(shop.key("email:pending"), 0, order + "-email");
    mend(Flaw.NOWHERE, order + "-email");
    shop.raw().lpush(shop.key("email:pending"), "78-email");
    mend(Flaw.GHOST, "78-email");
    shop.raw().zadd(shop.key("email:dead"), 5, order + "-email");
    shop.raw().lrem(shop.key("email:pending"), 0, order + "-email");
    mend(Flaw.DISAGREES, order + "-email");
    shop.raw().hset(shop.key("order:" + order), "open", "7");
    mend(Flaw.MISCOUNTED, Long.toString(order));
    Delivery late = shop.store.fetch("w9", 1, "invoice").get(0);
    shop.store.expire(late);
    mend(Flaw.LEASE_OVERDUE, late.id().toString());
    shop.raw().expire(shop.key("order:" + order), 1000);
    mend(Flaw.EXPIRES, shop.key("order:" + order));
    shop.raw().set(shop.key("request:x"), "[]");
    mend(Flaw.NEVER_EXPIRES, shop.key("request:x"));
    long keyed = shop.store.submit("lost", FINGERPRINT, Duration.ZERO).orderId();
    shop.raw().del(shop.key("idem:lost"));
    mend(Flaw.KEY_LOST, Long.toString(keyed));
  }

  private void mend(Flaw flaw, String item) {
    step(() -> role.auditor().repair(AuditedShop.TERMS, flaw, item));
  }

  private void worker() {
    step(() -> role.broker().awaitWork("w1", QUEUES, 0, TestStore.LEASE, Duration.ofMillis(20)));
    for (Outcome outcome :
        List.of(
            new Succeeded(new TaskResult(Map.of(), new OrderChange("shipped", "TRK"), NOTICE)),
            new Retried("busy", Duration.ZERO),
            new Failed("no"),
            new Released(),
            new Revoked(),
            new Succeeded(new TaskResult(Map.of(), new OrderChange("cancelled", null), null)))) {
      shop.store.order();
      step(() -> settleOne(outcome));
    }
    loseOne();
    long old = shop.store.submit("old", FINGERPRINT, Duration.ZERO).orderId();
    shop.store.operations().cancelOrder(old);
    shop.store.outlive(old);
    step(() -> role.broker().fetch("w2", QUEUES, 0, LEASE));
    step(() -> role.inspector().hazards());
    step(() -> role.broker().deregister("w2"));
  }

  /** A crash, and what is left of it for the next fetch. */
  private void loseOne() {
    shop.store.order();
    step(
        () ->
            role.broker()
                .fetch("w2", List.of("email"), 1, LEASE)
                .deliveries()
                .forEach(shop.store::expire));
    step(() -> role.broker().fetch("w2", List.of("email"), 0, LEASE));
  }

  private void settleOne(Outcome outcome) {
    List<Delivery> taken = role.broker().fetch("w2", List.of("shipping"), 1, LEASE).deliveries();
    for (Delivery one : taken) {
      List<Lease> leases = List.of(new Lease(one.id(), one.number()));
      WorkerInfo self = new WorkerInfo("w2", "h", 1, QUEUES, 1, Instant.EPOCH, List.of(), null);
      step(() -> role.broker().heartbeat(self, leases, LEASE));
      step(() -> role.broker().progress("w2", List.of(new Report(one.id(), one.number(), 50))));
      step(
          () ->
              role.broker()
                  .mark("w2", new Broker.Lease(one.id(), one.number()), Delivery.Effect.DONE));
      step(
          () ->
              role.broker().settle("w2", List.of(new Settlement(one.id(), one.number(), outcome))));
    }
  }
}
