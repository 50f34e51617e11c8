package dev.orders.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The entries of a set of a queue, or of the closed orders, piece after piece. What comes in
 * meanwhile may be among them or not.
 */
final class SetPieces implements Supplier<Optional<List<SetPieces.Entry>>> {

  private static final int ENTRIES = 300;
  private static final String START = "0";

  private final Requests requests;
  private final String key;
  private final String queue;
  private final String place;
  private String from = START;
  private boolean isOver;

  /**
   * An entry of a queue or of the closed orders.
   *
   * @param isRight true when its record says that it belongs there
   * @param score in milliseconds
   * @param now server time in milliseconds
   */
  record Entry(String id, boolean isRight, double score, long now) {}

  /**
   * @param key names the partition
   */
  SetPieces(Requests requests, String key, String queue, String place) {
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
    List<Object> answer = requests.run(Script.AUDIT_ENTRIES, key, arguments);
    from = (String) answer.get(1);
    isOver = from.equals(START);
    return Optional.of(entries(answer));
  }

  private static List<Entry> entries(List<Object> answer) {
    List<Entry> entries = new ArrayList<>(answer.size() / 3);
    long now = (Long) answer.get(0);
    for (int i = 2; i < answer.size(); i += 3) {
      double score = PlacesPicture.score((String) answer.get(i + 2));
      entries.add(new Entry((String) answer.get(i), answer.get(i + 1).equals(1L), score, now));
    }
    return entries;
  }
}
