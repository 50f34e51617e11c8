package dev.orders.redis;

import dev.orders.queue.Intake;
import dev.orders.queue.Lane;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Sends orders in chunks, each chunk one script. An order with an idempotency key goes to the
 * partition that its key names, so that a second submission meets the first; the others go where
 * the chunk goes.
 */
final class RedisIntake implements Intake {

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

  /** Ahead of the answers where one partition holds everything and nobody has to vouch for it. */
  @Override
  public Lane lane() {
    boolean isOneAtATime = guarantor != null || partitions.count() > 1;
    return isOneAtATime
        ? Intake.super.lane()
        : Lane.strict(new FastLane(this, requests, partitions));
  }

  private int partitionOf(Submission order, int anywhere) {
    String key = order.idempotencyKey();
    return key == null ? anywhere : partitions.numberOf(key);
  }

  private static Chunk chunkFor(List<Chunk> open, int partition, Submission order) {
    for (Chunk chunk : open) {
      if (chunk.suits(partition, order)) {
        return chunk;
      }
    }
    Chunk fresh = new Chunk(partition, order.tasks());
    open.add(fresh);
    return fresh;
  }

  /** All at once, whatever partitions they go to; to be vouched for, one after the other. */
  private void send(List<Chunk> chunks, Receipt[] receipts) {
    List<ScriptCall> calls = chunks.stream().map(chunk -> chunk.call(partitions, "")).toList();
    if (guarantor == null) {
      List<List<Object>> answers = requests.all(calls);
      for (int i = 0; i < answers.size(); i++) {
        chunks.get(i).put(answers.get(i), null, receipts);
      }
      return;
    }
    for (int i = 0; i < calls.size(); i++) {
      ScriptCall call = calls.get(i);
      Guarantor.Vouched vouched = guarantor.list(call.script(), call.key(), call.arguments());
      chunks.get(i).put(vouched.answer(), vouched.durability(), receipts);
    }
  }
}
