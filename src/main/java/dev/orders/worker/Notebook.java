package dev.orders.worker;

import dev.orders.queue.Broker.Lease;
import dev.orders.queue.Broker.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What handlers have logged and nobody has written yet. Bounded: what is more than some facts a
 * delivery between two writes, or longer than a line, is dropped. Thread-safe.
 */
final class Notebook {

  private static final int MOST = 20;
  private static final int LONGEST = 200;

  private final Map<Lease, List<Note>> pages = new HashMap<>();

  /** Takes note of a fact. */
  synchronized void add(Lease lease, String fact, Object value) {
    List<Note> page = pages.computeIfAbsent(lease, none -> new ArrayList<>());
    if (page.size() < MOST) {
      String name = cut(fact).replace('|', ' '); // it ends the name in the log's line
      page.add(new Note(name, cut(String.valueOf(value))));
    }
  }

  /** Hands over all there is, and begins anew. */
  synchronized Map<Lease, List<Note>> take() {
    Map<Lease, List<Note>> all = Map.copyOf(pages);
    pages.clear();
    return all;
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
  }
}
