package dev.orders.redis;

import dev.orders.queue.AuditTerms;
import dev.orders.queue.Auditor.Verdict;
import dev.orders.queue.Flaw;
import dev.orders.queue.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the safe moves, each one script that first looks whether it is still needed. */
final class Mender {

  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;
  private final String retention;
  private final AuditTerms terms;

  Mender(
      Requests requests, Partitions partitions, Keys keys, Duration retention, AuditTerms terms) {
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
    this.retention = Long.toString(retention.toMillis());
    this.terms = terms;
  }

  Verdict mend(Flaw flaw, String item) {
    return switch (flaw) {
      case NOWHERE,
          SEVERAL_PLACES,
          DISAGREES,
          REPEATED,
          FINISHED_IN_PLACE,
          LEASE_TOO_LONG,
          LEASE_OVERDUE,
          DELAYED_OVERDUE,
          UNKNOWN_STATE ->
          mendTask(partitions.of(order(item)), item);
      case GHOST, FOREIGN -> everywhere(partition -> mendTask(partition, item));
      case MISCOUNTED, LISTED_TWICE, KEY_LOST, NOT_CLOSED, CLOSED_TOO_EARLY ->
          mendOrder(partitions.of(order(item)), item, "");
      case CLOSED_GHOST -> everywhere(partition -> mendOrder(partition, item, ""));
      case UNLISTED_TASK -> list(item);
      case EXPIRES, NEVER_EXPIRES -> mendKey(item, flaw == Flaw.NEVER_EXPIRES);
      default -> throw new IllegalArgumentException("there is no repair for " + flaw);
    };
  }

  private static long order(String item) {
    return Long.parseLong(item.split("-", 2)[0]);
  }

  private Verdict mendTask(Keys.Partition partition, String id) {
    List<String> arguments = new ArrayList<>();
    arguments.add(id);
    arguments.add(retention);
    arguments.add(Long.toString(terms.longestLease().toMillis()));
    arguments.addAll(terms.plan().queues());
    return run(Script.MEND_TASK, partition, arguments);
  }

  private Verdict mendOrder(Keys.Partition partition, String id, String unlisted) {
    return run(Script.MEND_ORDER, partition, List.of(id, retention, unlisted));
  }

  private Verdict list(String task) {
    TaskId id = TaskId.parse(task).orElseThrow();
    return mendOrder(partitions.of(id.orderId()), Long.toString(id.orderId()), id.name());
  }

  private Verdict mendKey(String key, boolean mustExpire) {
    Optional<AuditedKey> audited =
        AuditedKey.parse(
            key,
            AuditedKey.partitioned(keys.namespace()),
            partitions.count(),
            terms.plan().queues());
    int partition = audited.map(one -> one.ids().partition()).orElse(0);
    String order = Long.toString(audited.map(AuditedKey::order).orElse(0L));
    return run(
        Script.MEND_KEY, partitions.at(partition), List.of(key, mustExpire ? "1" : "0", order));
  }

  /** For what may lie in any partition. */
  private Verdict everywhere(Function<Keys.Partition, Verdict> mend) {
    Verdict verdict = Verdict.RIGHT;
    for (int i = 0; i < partitions.count(); i++) {
      Verdict here = mend.apply(partitions.at(i));
      verdict = verdict == Verdict.RIGHT ? here : verdict;
    }
    return verdict;
  }

  private Verdict run(Script script, Keys.Partition partition, List<String> arguments) {
    return Verdict.valueOf(requests.<String>run(script, partition.never(), arguments));
  }
}
