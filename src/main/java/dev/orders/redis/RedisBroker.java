package dev.orders.redis;

import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.Settlement.Verdict;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What workers change, each call one script a partition. */
final class RedisBroker implements Broker, AutoCloseable {

  private final WakeListener wakeListener;
  private final WakeLookout wakeLookout;
  private final WakeMarkers markers;
  private final Damage damage = new Damage();
  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;
  private final Pulse pulse;
  private final String retention;
  private final Map<String, Fetch> fetches = new ConcurrentHashMap<>();
  private final Map<String, Harvest> harvests = new ConcurrentHashMap<>();

  RedisBroker(
      RedisLink link, Requests requests, Partitions partitions, Keys keys, Duration retention) {
    this.markers = new WakeMarkers(requests, partitions, damage);
    this.wakeListener = new WakeListener(link, markers);
    this.wakeLookout = new WakeLookout(link, markers);
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
    this.pulse = new Pulse(requests, partitions, keys);
    this.retention = Long.toString(retention.toMillis());
  }

  @Override
  public Fetched fetch(String worker, List<String> queues, int want, Duration lease) {
    int most = Math.max(0, want);
    Fetch fetch = fetchOf(worker);
    if (partitions.count() == 1) {
      return fetch.fromOne(queues, most, lease);
    }
    return harvests
        .computeIfAbsent(worker, id -> new Harvest(fetch, markers, damage, partitions.count()))
        .fetch(queues, most, lease);
  }

  private Fetch fetchOf(String worker) {
    return fetches.computeIfAbsent(
        worker, id -> new Fetch(id, requests, partitions, damage, retention));
  }

  @Override
  public @Nullable Fetched awaitWork(
      String worker, List<String> queues, int want, Duration lease, Duration atMost) {
    try {
      if (wakeListener.canBlock(queues)) {
        return fetchOf(worker).fromOne(wakeListener, atMost, queues, Math.max(0, want), lease);
      }
      wakeLookout.look(queues, atMost);
      return null;
    } catch (InterruptedException e) {
      // Sent once more for no tasks, the request brings those that it has taken, and takes none
      // later.
      wakeListener.close();
      return fetch(worker, queues, 0, lease);
    } catch (Exception e) {
      wakeListener.close(); // the next wait asks anew where the server is
      throw e instanceof BrokerException known ? known : requests.explain(e);
    }
  }

  @Override
  public List<Delivery> recall(String worker, List<String> queues, Duration lease) {
    return fetchOf(worker).recall(queues, lease);
  }

  @Override
  public List<Verdict> settle(String worker, List<Settlement> settlements) {
    Scatter<Settlement> scatter =
        new Scatter<>(settlements, one -> one.task().orderId(), partitions);
    List<String> answers =
        requests.all(scatter.calls(Script.SETTLE, some -> arguments(worker, some)));
    return scatter.gather(answers.stream().map(RedisBroker::verdicts).toList());
  }

  private static List<Verdict> verdicts(String words) {
    return Arrays.stream(words.split(" ")).map(Verdict::valueOf).toList();
  }

  private List<String> arguments(String worker, List<Settlement> settlements) {
    List<String> arguments = new ArrayList<>();
    arguments.add(retention);
    arguments.add(worker);
    settlements.forEach(settlement -> SettlementArguments.append(settlement, arguments));
    return arguments;
  }

  @Override
  public void progress(String worker, List<Report> reports) {
    Scatter<Report> scatter = new Scatter<>(reports, one -> one.task().orderId(), partitions);
    requests.all(scatter.calls(Script.PROGRESS, some -> progressArguments(worker, some)));
  }

  private static List<String> progressArguments(String worker, List<Report> reports) {
    List<String> arguments = new ArrayList<>();
    arguments.add(worker);
    for (Report report : reports) {
      Integer percent = report.percent();
      arguments.add(report.task().toString());
      arguments.add(Long.toString(report.delivery()));
      arguments.add(percent == null ? "" : percent.toString());
      arguments.add(Integer.toString(report.notes().size()));
      report.notes().forEach(note -> arguments.add(note.fact() + "|" + note.value()));
    }
    return arguments;
  }

  @Override
  public boolean mark(String worker, Lease lease, Delivery.Effect effect) {
    List<String> arguments =
        List.of(
            lease.task().toString(),
            Long.toString(lease.delivery()),
            effect.name().toLowerCase(Locale.ROOT),
            worker);
    String answer =
        requests.run(Script.MARK, partitions.of(lease.task().orderId()).never(), arguments);
    return answer.equals("OK");
  }

  @Override
  public List<Beat> heartbeat(WorkerInfo worker, List<Lease> held, Duration lease) {
    return pulse.beat(worker, held, lease);
  }

  @Override
  public void deregister(String worker) {
    fetches.remove(worker);
    harvests.remove(worker);
    requests.read(redis -> redis.zrem(keys.workers(), worker));
    // Tried once, for a worker is ending: where it fails, the entry expires by itself.
    requests.once(
        IntStream.range(0, partitions.count())
            .mapToObj(
                i -> new ScriptCall(Script.DEREGISTER, partitions.at(i).never(), List.of(worker)))
            .toList());
  }

  @Override
  public void close() {
    wakeListener.close();
  }
}
