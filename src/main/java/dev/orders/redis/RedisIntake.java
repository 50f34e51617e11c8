package dev.orders.redis;

import dev.orders.queue.Durability;
import dev.orders.queue.Intake;
import dev.orders.queue.Receipt;
import dev.orders.queue.Receipt.Verdict;
import dev.orders.queue.Submission;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends orders in chunks, each chunk one script. An order with an idempotency key goes to the
 * partition that its key names, so that a second submission meets the first; the others go where
 * the chunk goes.
 */
final class RedisIntake implements Intake {

  private static final int MOST_TASKS = 200;
  private static final int MOST_BYTES = 1 << 20;

  private final Requests requests;
  private final Partitions partitions;
  private final @Nullable Guarantor guarantor;

  /**
   * @param guarantor has Redis vouch for each chunk; null when its word is enough
   */
  RedisIntake(Requests requests, Partitions partitions, @Nullable Guarantor guarantor) {
    this.requests = requests;
    this.partitions = partitions;
    this.guarantor = guarantor;
  }

  @Override
  public List<Receipt> submit(List<Submission> orders) {
    Receipt[] receipts = new Receipt[orders.size()];
    int anywhere = ThreadLocalRandom.current().nextInt(partitions.count());
    List<Chunk> open = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      Submission order = orders.get(i);
      int partition = partitionOf(order, anywhere);
      Chunk chunk = chunkFor(open, partition, order);
      if (chunk.isFull(order)) {
        open.remove(chunk);
        send(List.of(chunk), receipts);
        chunk = chunkFor(open, partition, order);
      }
      chunk.add(i, order);
    }
    send(open, receipts);
    return Arrays.asList(receipts);
  }

  private int partitionOf(Submission order, int anywhere) {
    String key = order.idempotencyKey();
    return key == null ? anywhere : partitions.numberOf(key);
  }

  private static Chunk chunkFor(List<Chunk> open, int partition, Submission order) {
    for (Chunk chunk : open) {
      if (chunk.partition == partition && chunk.tasks.equals(order.tasks())) {
        return chunk;
      }
    }
    Chunk fresh = new Chunk(partition, order.tasks());
    open.add(fresh);
    return fresh;
  }

  /** All at once, whatever partitions they go to; to be vouched for, one after the other. */
  private void send(List<Chunk> chunks, Receipt[] receipts) {
    List<ScriptCall> calls = chunks.stream().map(this::call).toList();
    if (guarantor == null) {
      List<List<Object>> answers = requests.all(calls);
      for (int i = 0; i < answers.size(); i++) {
        put(answers.get(i), null, chunks.get(i), receipts);
      }
      return;
    }
    for (int i = 0; i < calls.size(); i++) {
      ScriptCall call = calls.get(i);
      Guarantor.Vouched vouched = guarantor.list(call.script(), call.key(), call.arguments());
      put(vouched.answer(), vouched.durability(), chunks.get(i), receipts);
    }
  }

  private ScriptCall call(Chunk chunk) {
    List<String> arguments = new ArrayList<>();
    arguments.add(RandomId.next());
    arguments.add(Integer.toString(partitions.count()));
    arguments.add(Integer.toString(chunk.partition));
    arguments.add(
        chunk.tasks.stream()
            .map(type -> type.name() + "=" + type.queue())
            .collect(Collectors.joining(" ")));
    arguments.addAll(chunk.arguments);
    return new ScriptCall(Script.SUBMIT, partitions.at(chunk.partition).never(), arguments);
  }

  private static void put(
      List<Object> answers, @Nullable Durability durability, Chunk chunk, Receipt[] receipts) {
    for (int i = 0; i < answers.size(); i++) {
      receipts[chunk.positions.get(i)] = receipt((String) answers.get(i), durability);
    }
  }

  private static Receipt receipt(String answer, @Nullable Durability durability) {
    String[] words = answer.split(" ");
    long id = Long.parseLong(words[1]);
    List<TaskId> tasks = Arrays.stream(words).skip(3).map(name -> new TaskId(id, name)).toList();
    return new Receipt(Verdict.valueOf(words[0]), id, words[2], tasks, durability);
  }

  /** Orders on their way to one partition, with the same tasks. */
  private static final class Chunk {

    private final int partition;
    private final List<TaskType> tasks;
    private final List<Integer> positions = new ArrayList<>();
    private final List<String> arguments = new ArrayList<>();
    private int size;

    Chunk(int partition, List<TaskType> tasks) {
      this.partition = partition;
      this.tasks = tasks;
    }

    boolean isFull(Submission next) {
      boolean tooMany = (positions.size() + 1) * tasks.size() > MOST_TASKS;
      return !positions.isEmpty() && (tooMany || size + next.body().length() > MOST_BYTES);
    }

    void add(int position, Submission order) {
      String key = order.idempotencyKey();
      positions.add(position);
      size += order.body().length();
      arguments.add(key == null ? "" : key);
      arguments.add(order.fingerprint());
      arguments.add(Long.toString(order.delay().toMillis()));
      arguments.add(order.body());
    }
  }
}
