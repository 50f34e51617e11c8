package dev.orders.redis;

import dev.orders.queue.Intake;
import dev.orders.queue.Lane;
import dev.orders.queue.Receipt;
import dev.orders.queue.Submission;
import io.lettuce.core.RedisException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends lists ahead of the answers, into one partition. Each names the request before it, and Redis
 * answers EARLY to one whose predecessor it has not accepted; that one is sent again, by itself,
 * once its turn has come. So what is accepted is always the beginning of what was sent, with ids in
 * that order.
 */
final class FastLane implements Lane {

  private static final List<Object> EARLY = List.of("EARLY");

  private final Intake slow;
  private final Requests requests;
  private final Partitions partitions;
  private final Deque<Row> rows = new ArrayDeque<>();

  /**
   * @param slow takes lists that do not fit into one script
   */
  FastLane(Intake slow, Requests requests, Partitions partitions) {
    this.slow = slow;
    this.requests = requests;
    this.partitions = partitions;
  }

  @Override
  public void send(List<Submission> orders) {
    Row before = rows.peekLast();
    Chunk chunk = Chunk.ofAll(orders);
    boolean isTurn = before == null || before.sent != null;
    rows.add(new Row(orders, chunk, chunk != null && isTurn ? begun(chunk, before) : null));
  }

  /** Null when there is no connection now; it is looked for again when the answer is due. */
  private ScriptCall.@Nullable Sent<List<Object>> begun(Chunk chunk, @Nullable Row before) {
    String request = before == null || before.chunk == null ? "" : before.chunk.request();
    try {
      return requests.begin(chunk.call(partitions, request));
    } catch (RedisException e) {
      return null;
    }
  }

  @Override
  public List<Receipt> next() {
    Row row = rows.remove();
    return row.chunk == null ? slow.submit(row.orders) : receipts(row.chunk, row.sent);
  }

  private List<Receipt> receipts(Chunk chunk, ScriptCall.@Nullable Sent<List<Object>> sent) {
    ScriptCall alone = chunk.call(partitions, "");
    List<Object> answer = sent == null ? EARLY : requests.finish(sent, alone);
    boolean isEarly = answer.equals(EARLY);
    Receipt[] receipts = new Receipt[chunk.size()];
    chunk.put(isEarly ? requests.run(alone) : answer, null, receipts);
    return Arrays.asList(receipts);
  }

  /**
   * One list.
   *
   * @param chunk all of it; null when it is more than one script takes
   * @param sent null while it waits for its turn
   */
  private record Row(
      List<Submission> orders,
      @Nullable Chunk chunk,
      ScriptCall.@Nullable Sent<List<Object>> sent) {}
}
