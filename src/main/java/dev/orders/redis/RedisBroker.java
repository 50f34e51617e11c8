package dev.orders.redis;

import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.TaskId;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** What workers change, each call one script a partition. */
final class RedisBroker implements Broker, AutoCloseable {

  private static final Duration NOTHING_DUE = Duration.ofHours(1);

  private final WakeListener wakeListener;
  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;
  private final String retention;
  private final Map<String, String> unanswered = new ConcurrentHashMap<>();

  RedisBroker(
      WakeListener wakeListener,
      Requests requests,
      Partitions partitions,
      Keys keys,
      Duration retention) {
    this.wakeListener = wakeListener;
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
    this.retention = Long.toString(retention.toMillis());
  }

  @Override
  public Fetched fetch(String worker, List<String> queues, int want, Duration lease) {
    List<Delivery> deliveries = new ArrayList<>();
    Duration nextDue = NOTHING_DUE;
    int count = partitions.count();
    int first = ThreadLocalRandom.current().nextInt(count);
    for (int i = 0; i < count; i++) {
      Keys.Partition partition = partitions.at((first + i) % count);
      List<String> arguments = fetchArguments(worker, lease, want - deliveries.size(), queues);
      try {
        Fetched fetched = fetch(partition, worker, arguments);
        deliveries.addAll(fetched.deliveries());
        nextDue = fetched.nextDue().compareTo(nextDue) < 0 ? fetched.nextDue() : nextDue;
      } catch (BrokerException e) {
        // What other partitions have handed over must not be lost with this one's silence.
        if (deliveries.isEmpty()) {
          throw e;
        }
        break;
      }
    }
    return new Fetched(deliveries, nextDue);
  }

  private List<String> fetchArguments(
      String worker, Duration lease, int want, List<String> queues) {
    List<String> arguments = new ArrayList<>();
    arguments.add(worker);
    arguments.add("");
    arguments.add(Long.toString(lease.toMillis()));
    arguments.add(Integer.toString(Math.max(0, want)));
    arguments.add(retention);
    arguments.addAll(queues);
    return arguments;
  }

  /**
   * A request that got no answer keeps its id for the next try, so that what it took is handed over
   * then.
   */
  private Fetched fetch(Keys.Partition partition, String worker, List<String> arguments) {
    String slot = partition.worker(worker);
    arguments.set(1, unanswered.computeIfAbsent(slot, none -> UUID.randomUUID().toString()));
    List<Object> answer = requests.list(Script.FETCH, partition.never(), arguments);
    unanswered.remove(slot);
    return Replies.fetched(answer, partitions.instance(), NOTHING_DUE);
  }

  @Override
  public void awaitWork(List<String> queues, Duration atMost) {
    try {
      wakeListener.await(queues, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.UNREACHABLE, "interrupted while waiting for work", e);
    } catch (Exception e) {
      throw e instanceof BrokerException known ? known : requests.explain(e);
    }
  }

  @Override
  public List<Verdict> settle(String worker, List<Settlement> settlements) {
    return new Scatter<>(settlements, settlement -> settlement.task().orderId(), partitions)
        .gather(
            (partition, some) -> {
              List<String> arguments = new ArrayList<>();
              arguments.add(retention);
              some.forEach(settlement -> SettlementArguments.append(settlement, arguments));
              return requests.list(Script.SETTLE, partition.never(), arguments).stream()
                  .map(word -> Verdict.valueOf((String) word))
                  .toList();
            });
  }

  @Override
  public void progress(List<Report> reports) {
    new Scatter<>(reports, report -> report.task().orderId(), partitions)
        .gather(
            (partition, some) -> {
              List<String> arguments = new ArrayList<>();
              for (Report report : some) {
                arguments.add(report.task().toString());
                arguments.add(Long.toString(report.delivery()));
                arguments.add(Integer.toString(report.percent()));
              }
              requests.run(Script.PROGRESS, partition.never(), arguments);
              return some;
            });
  }

  @Override
  public void effectDone(TaskId task) {
    requests.run(Script.MARK, partitions.of(task.orderId()).never(), List.of(task.toString()));
  }

  @Override
  public List<Beat> heartbeat(WorkerInfo worker, List<Lease> held, Duration lease) {
    requests.list(
        Script.HEARTBEAT, partitions.at(0).never(), WorkerFields.arguments(worker, lease));
    requests.run(Script.REGISTER, keys.workers(), List.of(worker.id()));
    return new Scatter<>(held, one -> one.task().orderId(), partitions)
        .gather(
            (partition, some) -> {
              List<Object> answer =
                  requests.list(
                      Script.HEARTBEAT, partition.never(), beatArguments(worker, lease, some));
              return answer.stream().skip(1).map(word -> Beat.valueOf((String) word)).toList();
            });
  }

  private static List<String> beatArguments(WorkerInfo worker, Duration lease, List<Lease> held) {
    List<String> arguments =
        new ArrayList<>(List.of(worker.id(), Long.toString(lease.toMillis()), "0"));
    for (Lease one : held) {
      arguments.add(one.task().toString());
      arguments.add(Long.toString(one.delivery()));
    }
    return arguments;
  }

  @Override
  public void deregister(String worker) {
    requests.read(redis -> redis.zrem(keys.workers(), worker));
    for (int i = 0; i < partitions.count(); i++) {
      String hash = partitions.at(i).worker(worker);
      requests.read(redis -> redis.del(hash));
    }
  }

  @Override
  public void close() {
    wakeListener.close();
  }
}
