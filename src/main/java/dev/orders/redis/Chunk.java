package dev.orders.redis;

import dev.orders.queue.Durability;
import dev.orders.queue.Receipt;
import dev.orders.queue.Receipt.Verdict;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Orders on their way to one partition in one script, with the same tasks. */
final class Chunk {

  private static final int MOST_TASKS = 200;
  private static final int MOST_CHARACTERS = 1 << 20;

  private final String request = RandomId.next();
  private final int partition;
  private final List<TaskType> tasks;
  private final List<Integer> positions = new ArrayList<>();
  private final List<String> arguments = new ArrayList<>();
  private int characters;

  Chunk(int partition, List<TaskType> tasks) {
    this.partition = partition;
    this.tasks = tasks;
  }

  /** Orders for the one partition that there is; null when they are none or more than fit. */
  static @Nullable Chunk ofAll(List<Submission> orders) {
    Chunk chunk = new Chunk(0, orders.isEmpty() ? List.of() : orders.get(0).tasks());
    for (Submission order : orders) {
      if (chunk.isFull(order) || !chunk.suits(0, order)) {
        return null;
      }
      chunk.add(chunk.positions.size(), order);
    }
    return orders.isEmpty() ? null : chunk;
  }

  /** How many orders it has. */
  int size() {
    return positions.size();
  }

  /** True when the next order does not fit into the same script; a first one always does. */
  boolean isFull(Submission next) {
    boolean tooMany = (positions.size() + 1) * tasks.size() > MOST_TASKS;
    return !positions.isEmpty() && (tooMany || characters + next.body().length() > MOST_CHARACTERS);
  }

  /** Takes an order along, and keeps in mind where it stood. */
  void add(int position, Submission order) {
    String key = order.idempotencyKey();
    positions.add(position);
    characters += order.body().length();
    arguments.add(key == null ? "" : key);
    arguments.add(order.fingerprint());
    arguments.add(Long.toString(order.delay().toMillis()));
    arguments.add(order.body());
  }

  /** True when the order may come along. */
  boolean suits(int otherPartition, Submission order) {
    return partition == otherPartition && tasks.equals(order.tasks());
  }

  /** Its request id. */
  String request() {
    return request;
  }

  /**
   * The script call that submits it.
   *
   * @param before the request that must have been done; empty for none
   */
  ScriptCall call(Partitions partitions, String before) {
    List<String> all = new ArrayList<>(5 + arguments.size());
    all.add(request);
    all.add(Integer.toString(partitions.count()));
    all.add(Integer.toString(partition));
    all.add(
        tasks.stream()
            .map(type -> type.name() + "=" + type.queue())
            .collect(Collectors.joining(" ")));
    all.add(before);
    all.addAll(arguments);
    return new ScriptCall(Script.SUBMIT, partitions.at(partition).never(), all);
  }

  /** Puts the receipts where the orders stood. */
  void put(List<Object> answers, @Nullable Durability durability, Receipt[] receipts) {
    for (int i = 0; i < answers.size(); i++) {
      receipts[positions.get(i)] = receipt((String) answers.get(i), durability);
    }
  }

  private static Receipt receipt(String answer, @Nullable Durability durability) {
    String[] words = answer.split(" ");
    long id = Long.parseLong(words[1]);
    List<TaskId> tasks = Arrays.stream(words).skip(3).map(name -> new TaskId(id, name)).toList();
    return new Receipt(Verdict.valueOf(words[0]), id, words[2], tasks, durability);
  }
}
