package dev.orders.redis;

import dev.orders.queue.AuditReport;
import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.AuditTerms;
import dev.orders.queue.Auditor;
import dev.orders.queue.Flaw;
import dev.orders.queue.Inspector;
import dev.orders.queue.WorkerInfo;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Audits partition after partition, then the keys of all of them. */
final class RedisAuditor implements Auditor {

  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;
  private final Inspector inspector;
  private final Duration retention;

  RedisAuditor(
      Requests requests,
      Partitions partitions,
      Keys keys,
      Inspector inspector,
      Duration retention) {
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
    this.inspector = inspector;
    this.retention = retention;
  }

  @Override
  public AuditReport audit(AuditTerms terms) {
    if (!partitions.areSettled()) {
      if (isEmpty()) {
        return new AuditReport(0, 0, List.of(), true);
      }
      if (!partitions.areSettled()) { // a first submission may have come in between
        return metaLost();
      }
    }
    try (ReadAhead ahead = new ReadAhead()) {
      return audit(terms, ahead);
    }
  }

  private boolean isEmpty() {
    return Stream.generate(new KeyPages(requests, keys.pattern()))
        .takeWhile(Optional::isPresent)
        .allMatch(page -> page.orElseThrow().isEmpty());
  }

  /**
   * Without it nothing else can be told, and whoever settled it anew would hide that it was gone.
   */
  private AuditReport metaLost() {
    return new AuditReport(0, 0, List.of(new Finding(Flaw.META_LOST, List.of(keys.meta()))), false);
  }

  private AuditReport audit(AuditTerms terms, ReadAhead ahead) {
    FoundFlaws flaws = new FoundFlaws();
    KeyAudit keyAudit = new KeyAudit(requests, partitions, keys, terms);
    PlaceCheck placeCheck = new PlaceCheck(terms, served(terms.patience()));
    long orders = 0;
    long tasks = 0;
    boolean isComplete = true;
    for (int i = 0; i < partitions.count(); i++) {
      PartitionAudit audit = partition(i, placeCheck, ahead);
      Tally tally = audit.run(flaws);
      orders += tally.orders();
      tasks += tally.tasks();
      isComplete &= audit.isComplete();
      keyAudit.spare(partitions.at(i).prefix(), audit.soundKeys());
    }
    keyAudit.run(ahead, flaws);
    return new AuditReport(orders, tasks, flaws.findings(), isComplete && keyAudit.isComplete());
  }

  private PartitionAudit partition(int number, PlaceCheck placeCheck, ReadAhead ahead) {
    Keys.Partition partition = partitions.at(number);
    OrderIds ids = new OrderIds(number, partitions.count(), partition.prefix());
    return new PartitionAudit(new AuditReader(requests, partition, ahead), ids, placeCheck);
  }

  /**
   * The queues that some worker has had time for: it has lived for a while, and its hands are not
   * full. A queue that nobody serves is nobody's fault.
   */
  private Set<String> served(Duration patience) {
    long seconds = Long.parseLong(requests.read(RedisClusterAsyncCommands::time).get(0));
    Instant since = Instant.ofEpochSecond(seconds).minus(patience);
    Set<String> queues = new HashSet<>();
    for (WorkerInfo worker : inspector.workers()) {
      boolean isFree = worker.running().size() < worker.concurrency();
      if (isFree && worker.startedAt().isBefore(since)) {
        queues.addAll(worker.queues());
      }
    }
    return queues;
  }

  @Override
  public Repair repair(AuditTerms terms, Flaw flaw, String item) {
    return new Repair(
        flaw, item, new Mender(requests, partitions, keys, retention, terms).mend(flaw, item));
  }
}
