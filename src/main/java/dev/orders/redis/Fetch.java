package dev.orders.redis;

import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One worker's fetches from partitions. Requests are numbered. One that got no answer keeps its
 * number for the next try, so that what it took is handed over then; one that arrives after its
 * successor takes nothing.
 */
final class Fetch {

  private static final Duration NOTHING_DUE = Duration.ofHours(1);

  private final String worker;
  private final Requests requests;
  private final Partitions partitions;
  private final Damage damage;
  private final String retention;
  private final AtomicLong last = new AtomicLong();
  private final Map<Integer, Long> unanswered = new ConcurrentHashMap<>();

  Fetch(String worker, Requests requests, Partitions partitions, Damage damage, String retention) {
    this.worker = worker;
    this.requests = requests;
    this.partitions = partitions;
    this.damage = damage;
    this.retention = retention;
  }

  /** From the only partition. */
  Fetched fromOne(List<String> queues, int want, Duration lease) {
    ScriptCall call = call(0, queues, want, lease);
    return fetched(0, queues, requests.run(call));
  }

  /** The same once there may be work, or the time is over. */
  Fetched fromOne(
      WakeListener listener, Duration atMost, List<String> queues, int want, Duration lease)
      throws Exception {
    return fetched(0, queues, listener.await(queues, atMost, call(0, queues, want, lease)));
  }

  /** From each of these so many, tried once; the outcomes in the same order. */
  List<Outcome<Fetched>> from(List<Integer> some, List<String> queues, int want, Duration lease) {
    if (some.isEmpty()) {
      return List.of();
    }
    List<ScriptCall> calls = some.stream().map(one -> call(one, queues, want, lease)).toList();
    List<Outcome<List<Object>>> answers = requests.once(calls);
    List<Outcome<Fetched>> outcomes = new ArrayList<>(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      List<Object> answer = answers.get(i).answer();
      Fetched fetched = answer == null ? null : fetched(some.get(i), queues, answer);
      outcomes.add(new Outcome<>(fetched, answers.get(i).trouble()));
    }
    return outcomes;
  }

  /** What was taken by requests without an answer. Only when all is in vain does that come out. */
  List<Delivery> recall(List<String> queues, Duration lease) {
    List<Delivery> taken = new ArrayList<>();
    @Nullable Exception trouble = null;
    for (Outcome<Fetched> one : from(List.copyOf(unanswered.keySet()), queues, 0, lease)) {
      Fetched fetched = one.answer();
      taken.addAll(fetched == null ? List.of() : fetched.deliveries());
      trouble = one.trouble() == null ? trouble : one.trouble();
    }
    if (taken.isEmpty() && trouble != null) {
      throw toThrow(trouble);
    }
    return taken;
  }

  /** What to throw for an outcome that is none. */
  RuntimeException toThrow(Exception trouble) {
    return requests.toThrow(trouble);
  }

  private Fetched fetched(int partition, List<String> queues, List<Object> answer) {
    unanswered.remove(partition);
    Fetched fetched = new FetchReply(answer, partitions.instance()).read(NOTHING_DUE);
    damage.note(partitions.at(partition), queues, fetched.damaged());
    return fetched;
  }

  private ScriptCall call(int partition, List<String> queues, int want, Duration lease) {
    List<String> arguments = new ArrayList<>();
    arguments.add(worker);
    long number = unanswered.computeIfAbsent(partition, none -> last.incrementAndGet());
    arguments.add(Long.toString(number));
    arguments.add(Long.toString(lease.toMillis()));
    arguments.add(Integer.toString(want));
    arguments.add(retention);
    arguments.addAll(queues);
    return new ScriptCall(Script.FETCH, partitions.at(partition).never(), arguments);
  }
}
