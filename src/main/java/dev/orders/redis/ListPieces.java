package dev.orders.redis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ids in a queue's list, piece after piece. What comes in meanwhile may be among them or not;
 * it pushes the rest along, so each piece begins with the last entry of the one before.
 */
final class ListPieces implements Supplier<Optional<List<String>>> {

  private static final int ENTRIES = 2_000;

  private final Requests requests;
  private final String key;
  private final String queue;
  private long from;
  private String last = "";
  private boolean isOver;

  /**
   * @param key names the partition
   */
  ListPieces(Requests requests, String key, String queue) {
    this.requests = requests;
    this.key = key;
    this.queue = queue;
  }

  @Override
  public Optional<List<String>> get() {
    if (isOver) {
      return Optional.empty();
    }
    List<String> arguments = List.of(queue, Long.toString(from), Integer.toString(ENTRIES));
    List<String> ids = requests.run(Script.AUDIT_LIST, key, arguments);
    List<String> fresh = from == 0 ? ids : ids.subList(ids.indexOf(last) + 1, ids.size());
    isOver = ids.size() < ENTRIES;
    if (!isOver) {
      from += ids.size() - 1;
      last = ids.get(ids.size() - 1);
    }
    return Optional.of(fresh);
  }
}
