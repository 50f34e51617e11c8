package dev.orders.redis;

import dev.orders.redis.SetPieces.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads one partition for the audit, piece after piece, each piece at one moment. */
final class AuditReader {

  private static final int TASKS = 100;

  /** How many entries of lists one call may walk over: some five milliseconds. */
  private static final int STEPS = 300_000;

  /** How part/spelling.lua begins a byte that no id has. */
  private static final String STRANGE = "\\x";

  private final Requests requests;
  private final Keys.Partition keys;
  private final ReadAhead ahead;

  AuditReader(Requests requests, Keys.Partition keys, ReadAhead ahead) {
    this.requests = requests;
    this.keys = keys;
    this.ahead = ahead;
  }

  /** Tells every id in a queue's list. */
  void waiting(String queue, Consumer<String> reader) {
    ahead.each(new ListPieces(requests, keys.never(), queue), piece -> piece.forEach(reader));
  }

  /** Tells every entry of a set. */
  void entries(String queue, String place, Consumer<Entry> reader) {
    ahead.each(new SetPieces(requests, keys.never(), queue, place), piece -> piece.forEach(reader));
  }

  /** Tells every order among these ids that exists. */
  void orders(List<String> ids, Consumer<OrderPicture> reader) {
    ahead.each(new OrderPieces(requests, keys.never(), ids), piece -> piece.forEach(reader));
  }

  /**
   * Tells where these lie.
   *
   * @param longest the length of the longest list, which each of them is looked up in
   */
  void places(List<String> ids, List<String> queues, long longest, Consumer<PlacesPicture> reader) {
    int piece = (int) Math.max(1, Math.min(TASKS, STEPS / (longest + 1)));
    for (int from = 0; from < ids.size(); from += piece) {
      List<String> arguments = new ArrayList<>();
      arguments.add(Integer.toString(queues.size()));
      arguments.addAll(queues);
      arguments.addAll(ids.subList(from, Math.min(from + piece, ids.size())));
      List<Object> answer = requests.run(Script.AUDIT_TASKS, keys.never(), arguments);
      long now = (Long) answer.get(0);
      answer.stream()
          .skip(1)
          .forEach(task -> reader.accept(new PlacesPicture(now, (List<?>) task)));
    }
  }

  /** Those that stand among the closed although there is no such order. */
  List<String> closedGhosts(List<String> ids) {
    List<String> ghosts = new ArrayList<>();
    for (String id : ids) {
      if (id.contains(STRANGE)) {
        ghosts.add(id); // no script has ever written that
        continue;
      }
      // In this order: a purge in between takes both away.
      boolean isThere = requests.read(redis -> redis.exists(keys.prefix() + "order:" + id)) == 1;
      if (!isThere && requests.read(redis -> redis.zscore(keys.closed(), id)) != null) {
        ghosts.add(id);
      }
    }
    return ghosts;
  }

  /** The counters. */
  Books books() {
    return new Books(keys.prefix(), requests.run(Script.AUDIT_BOOKS, keys.never(), List.of()));
  }

  /** What was put aside, as far as a person can read. */
  List<String> quarantine(int atMost) {
    return requests.read(redis -> redis.lrange(keys.quarantine(), 0, atMost - 1L));
  }
}
