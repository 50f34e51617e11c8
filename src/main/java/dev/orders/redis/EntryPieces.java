package dev.orders.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The entries of a place, piece after piece. What comes in meanwhile may be among them or not; in a
 * list, what comes in pushes the rest along, so each piece begins with the last entry of the one
 * before.
 */
final class EntryPieces implements Supplier<Optional<List<EntryPieces.Entry>>> {

  private static final int ENTRIES = 300;
  private static final String START = "0";

  private final Requests requests;
  private final String key;
  private final String queue;
  private final String place;
  private String from = START;
  private String last = "";
  private boolean isOver;

  /**
   * An entry of a queue or of the closed orders.
   *
   * @param isRight true when its record says that it belongs there
   * @param score a set's score in milliseconds; 0 in a list
   * @param now server time in milliseconds
   */
  record Entry(String id, boolean isRight, double score, long now) {}

  /**
   * @param key names the partition
   */
  EntryPieces(Requests requests, String key, String queue, String place) {
    this.requests = requests;
    this.key = key;
    this.queue = queue;
    this.place = place;
  }

  @Override
  public Optional<List<Entry>> get() {
    if (isOver) {
      return Optional.empty();
    }
    List<String> arguments = List.of(queue, place, from, Integer.toString(ENTRIES));
    List<Object> answer = requests.list(Script.AUDIT_ENTRIES, key, arguments);
    List<Entry> entries = entries(answer);
    int fresh = after(last, entries);
    from = (String) answer.get(1);
    isOver = from.equals(START);
    if (place.equals("pending") && !isOver) {
      from = Long.toString(Long.parseLong(from) - 1);
      last = entries.get(entries.size() - 1).id();
    }
    return Optional.of(entries.subList(fresh, entries.size()));
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
}
