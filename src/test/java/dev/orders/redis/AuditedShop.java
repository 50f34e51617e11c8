package dev.orders.redis;

import static dev.orders.redis.TestStore.BODY;
import static dev.orders.redis.TestStore.EMAIL;
import static dev.orders.redis.TestStore.FINGERPRINT;
import static dev.orders.redis.TestStore.INVOICE;
import static dev.orders.redis.TestStore.NOTICE;
import static dev.orders.redis.TestStore.SHIPPING;
import static dev.orders.redis.TestStore.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.queue.AuditReport;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.AuditTerms;
import dev.orders.queue.Auditor.Repair;
import dev.orders.queue.Auditor.Verdict;
import dev.orders.queue.Delivery;
import dev.orders.queue.Flaw;
import dev.orders.queue.OrderPlan;
import dev.orders.queue.Settlement.Failed;
import dev.orders.queue.Settlement.Retried;
import dev.orders.queue.Settlement.Succeeded;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskResult.OrderChange;
import io.lettuce.core.Range;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Four orders in every state there is, for tests that break something by hand: 1 is done and has a
 * key; of 2 the e-mail runs, the invoice is dead and the shipment waits for its retry; 3 waits; 4
 * waits for its time.
 */
final class AuditedShop implements AutoCloseable {

  static final OrderPlan PLAN =
      new OrderPlan(
          List.of(EMAIL, INVOICE, SHIPPING),
          NOTICE,
          "shipping",
          STATUS,
          List.of("pending", "confirmed", "shipped", "delivered", "cancelled"),
          "cancelled");

  static final AuditTerms TERMS =
      new AuditTerms(
          PLAN,
          body -> body.equals(BODY) ? FINGERPRINT : "another",
          Duration.ofHours(1),
          Duration.ofMinutes(1));

  private static final Pattern ORDER_KEY = Pattern.compile(".*:(order|body|trail|task|log):\\d.*");

  final TestStore store;

  AuditedShop() {
    this(new TestStore());
  }

  AuditedShop(TestStore store) {
    this.store = store;
    store.submit("shop-1", FINGERPRINT, Duration.ZERO);
    finish();
    store.order();
    store.take("email");
    store.settle(store.take("invoice"), new Failed("disk full"));
    store.settle(store.take("shipping"), new Retried("busy", Duration.ofHours(1)));
    store.order();
    store.submit(null, FINGERPRINT, Duration.ofHours(1));
    assertThat(findings()).isEmpty();
  }

  /** Carries out everything that waits, as the handlers do. */
  void finish() {
    while (carryOut(100) > 0) {
      // what follows from the last is the next
    }
  }

  /** Carries out so many of what waits, as the handlers do; answers how many there were. */
  int carryOut(int atMost) {
    List<Delivery> deliveries = store.fetch("w1", atMost, "email", "invoice", "shipping");
    deliveries.forEach(this::succeed);
    return deliveries.size();
  }

  private void succeed(Delivery delivery) {
    boolean isShipment = delivery.id().name().equals("shipping");
    store.settle(
        delivery,
        new Succeeded(
            isShipment
                ? new TaskResult(Map.of(), new OrderChange("shipped", "TRK1"), NOTICE)
                : TaskResult.of(Map.of())));
  }

  RedisCommands<String, String> raw() {
    return store.raw();
  }

  /** A key of the partition. */
  String key(String name) {
    return store.keys().prefix() + name;
  }

  AuditReport audit() {
    return store.auditor().audit(TERMS);
  }

  /** What an audit finds, by flaw. */
  Map<Flaw, List<String>> findings() {
    Map<Flaw, List<String>> findings = new TreeMap<>();
    audit().findings().forEach(finding -> findings.put(finding.flaw(), finding.items()));
    return findings;
  }

  /** Repairs everything that can be repaired, twice: the second time there is nothing to do. */
  void repair() {
    List<Finding> findings = audit().findings();
    repair(findings, Verdict.MENDED);
    repair(findings, Verdict.RIGHT);
  }

  /** Repairs what can be repaired, and leaves the rest. */
  void repairable() {
    List<Finding> findings = audit().findings();
    findings.stream()
        .filter(finding -> finding.flaw().isRepairable())
        .forEach(finding -> repair(List.of(finding), Verdict.MENDED));
  }

  private void repair(List<Finding> findings, Verdict expected) {
    for (Finding finding : findings) {
      for (String item : finding.items()) {
        List<String> before = repairs();
        assertThat(store.auditor().repair(TERMS, finding.flaw(), item))
            .isEqualTo(new Repair(finding.flaw(), item, expected));
        List<String> told = repairs();
        before.forEach(told::remove);
        assertThat(told)
            .as("events of the repair of %s, %s", item, finding.flaw())
            .isEqualTo(
                expected == Verdict.MENDED ? List.of(named(finding.flaw(), item)) : List.of());
      }
    }
  }

  /** What all events of repairs have named so far, in all partitions. */
  private List<String> repairs() {
    List<String> named = new ArrayList<>();
    for (String events : store.raw().keys(store.namespace() + ":{*}:events")) {
      store.raw().xrange(events, Range.unbounded()).stream()
          .flatMap(entry -> Stream.ofNullable(entry.getBody().get("REPAIRED")))
          .forEach(named::add);
    }
    return named;
  }

  /** The task or order that the event of a repair names; 0 where there is none. */
  private static String named(Flaw flaw, String item) {
    return switch (flaw) {
      case GHOST, CLOSED_GHOST -> "0";
      case EXPIRES, NEVER_EXPIRES ->
          ORDER_KEY.matcher(item).matches() ? item.replaceAll(".*:(\\d+).*", "$1") : "0";
      case UNLISTED_TASK -> item.replaceAll("-.*", "");
      default -> item;
    };
  }

  @Override
  public void close() {
    store.close();
  }
}
