package dev.orders.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads one partition for the audit, piece after piece, each piece at one moment. */
final class AuditReader {

  private static final int ENTRIES = 500;
  private static final int ORDERS = 100;

  /** How many entries of lists one call may walk over: some five milliseconds. */
  private static final int STEPS = 300_000;

  private final Requests requests;
  private final Keys.Partition keys;

  AuditReader(Requests requests, Keys.Partition keys) {
    this.requests = requests;
    this.keys = keys;
  }

  /**
   * An entry of a queue or of the closed orders.
   *
   * @param isRight true when its record says that it belongs there
   * @param score a set's score in milliseconds; 0 in a list
   * @param now server time in milliseconds
   */
  record Entry(String id, boolean isRight, double score, long now) {}

  /**
   * Tells every entry of a place. What comes in meanwhile may be told or not; in a list, what comes
   * in pushes the rest along, so each piece begins with the last entry of the one before.
   */
  void entries(String queue, String place, Consumer<Entry> reader) {
    String from = "0";
    String last = "";
    do {
      List<Object> answer =
          run(Script.AUDIT_ENTRIES, queue, place, from, Integer.toString(ENTRIES));
      List<Entry> entries = entries(answer);
      entries.subList(after(last, entries), entries.size()).forEach(reader);
      from = (String) answer.get(1);
      if (place.equals("pending") && !from.equals("0")) {
        from = Long.toString(Long.parseLong(from) - 1);
        last = entries.get(entries.size() - 1).id();
      }
    } while (!from.equals("0"));
  }

  private static List<Entry> entries(List<Object> answer) {
    List<Entry> entries = new ArrayList<>(answer.size() / 3);
    long now = (Long) answer.get(0);
    for (int i = 2; i < answer.size(); i += 3) {
      String score = (String) answer.get(i + 2);
      entries.add(
          new Entry(
              (String) answer.get(i),
              answer.get(i + 1).equals(1L),
              score.isEmpty() ? 0 : PlacesPicture.score(score),
              now));
    }
    return entries;
  }

  private static int after(String last, List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).id().equals(last)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Tells every order among these ids that exists. */
  void orders(List<String> ids, Consumer<OrderPicture> reader) {
    for (int from = 0; from < ids.size(); ) {
      List<String> piece = ids.subList(from, Math.min(from + ORDERS, ids.size()));
      List<Object> answer = requests.list(Script.AUDIT_ORDERS, keys.never(), piece);
      answer.stream().skip(1).forEach(order -> reader.accept(new OrderPicture((List<?>) order)));
      from += ((Long) answer.get(0)).intValue();
    }
  }

  /**
   * Tells where these lie.
   *
   * @param longest the length of the longest list, which each of them is looked up in
   */
  void places(List<String> ids, List<String> queues, long longest, Consumer<PlacesPicture> reader) {
    int piece = (int) Math.max(1, Math.min(ORDERS, STEPS / (longest + 1)));
    for (int from = 0; from < ids.size(); from += piece) {
      List<String> arguments = new ArrayList<>();
      arguments.add(Integer.toString(queues.size()));
      arguments.addAll(queues);
      arguments.addAll(ids.subList(from, Math.min(from + piece, ids.size())));
      List<Object> answer = requests.list(Script.AUDIT_TASKS, keys.never(), arguments);
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
    return new Books(keys.prefix(), run(Script.AUDIT_BOOKS));
  }

  /** What was put aside, as far as a person can read. */
  List<String> quarantine(int atMost) {
    return requests.read(redis -> redis.lrange(keys.quarantine(), 0, atMost - 1L));
  }

  private List<Object> run(Script script, String... arguments) {
    return requests.list(script, keys.never(), List.of(arguments));
  }
}
