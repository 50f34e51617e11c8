package dev.orders.redis;

import dev.orders.queue.Broker.Beat;
import dev.orders.queue.Broker.Lease;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker's heartbeat: it shows itself and prolongs its leases, all in one round trip. On a
 * Cluster a master that cannot be asked must not keep the leases of the others from being
 * prolonged; only when none can be asked there is no beat.
 */
final class Pulse {

  /** The worker's own record and its place on the list come before the leases. */
  private static final int OWN = 2;

  private final Requests requests;
  private final Partitions partitions;
  private final Keys keys;

  Pulse(Requests requests, Partitions partitions, Keys keys) {
    this.requests = requests;
    this.partitions = partitions;
    this.keys = keys;
  }

  /** As {@link dev.orders.queue.Broker#heartbeat}. */
  List<Beat> beat(WorkerInfo worker, List<Lease> held, Duration lease) {
    List<ScriptCall> calls = new ArrayList<>();
    calls.add(
        new ScriptCall(
            Script.HEARTBEAT, partitions.at(0).never(), WorkerFields.arguments(worker, lease)));
    calls.add(new ScriptCall(Script.REGISTER, keys.workers(), List.of(worker.id())));
    Scatter<Lease> leases = new Scatter<>(held, one -> one.task().orderId(), partitions);
    calls.addAll(leases.calls(Script.HEARTBEAT, some -> arguments(worker, lease, some)));
    List<@Nullable Object> answers =
        partitions.count() == 1 ? new ArrayList<>(requests.all(calls)) : what(calls);
    List<List<Beat>> beats = new ArrayList<>();
    for (int i = OWN; i < calls.size(); i++) {
      beats.add(beats((List<?>) answers.get(i), calls.get(i).arguments().size()));
    }
    return leases.gather(beats);
  }

  /** Null where there is no answer. */
  private List<@Nullable Object> what(List<ScriptCall> calls) {
    List<Outcome<Object>> outcomes = requests.once(calls);
    List<@Nullable Object> answers = new ArrayList<>();
    outcomes.forEach(outcome -> answers.add(outcome.answer()));
    Exception trouble = outcomes.get(0).trouble();
    if (trouble != null && answers.stream().allMatch(answer -> answer == null)) {
      throw requests.toThrow(trouble);
    }
    return answers;
  }

  private static List<Beat> beats(@Nullable List<?> answer, int atMost) {
    return answer == null
        ? Collections.nCopies(atMost, Beat.UNKNOWN)
        : answer.stream().skip(1).map(word -> Beat.valueOf((String) word)).toList();
  }

  private static List<String> arguments(WorkerInfo worker, Duration lease, List<Lease> held) {
    List<String> arguments =
        new ArrayList<>(List.of(worker.id(), Long.toString(lease.toMillis()), "0"));
    for (Lease one : held) {
      arguments.add(one.task().toString());
      arguments.add(Long.toString(one.delivery()));
    }
    return arguments;
  }
}
