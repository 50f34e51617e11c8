package dev.orders.redis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Parts a list by partition, in pieces that one script call may carry, and puts the answers back
 * into the list's order.
 *
 * @param all the requests
 * @param orderId to which order a request belongs
 */
record Scatter<T>(List<T> all, ToLongFunction<T> orderId, Partitions partitions) {

  private static final int MOST = 200;

  /** The calls, one for each piece. */
  List<ScriptCall> calls(Script script, Function<List<T>, List<String>> arguments) {
    if (partitions.count() == 1) {
      String key = partitions.of(1).never();
      return cut(all).stream()
          .map(piece -> new ScriptCall(script, key, arguments.apply(piece)))
          .toList();
    }
    return pieces().stream()
        .map(
            piece -> {
              List<T> some = piece.stream().map(all::get).toList();
              Keys.Partition partition = partitions.of(orderId.applyAsLong(some.get(0)));
              return new ScriptCall(script, partition.never(), arguments.apply(some));
            })
        .toList();
  }

  /** What each call answered, as many values as it was given, in the order of the whole list. */
  <R> List<R> gather(List<? extends List<R>> answers) {
    if (partitions.count() == 1) {
      return answers.stream().<R>flatMap(List::stream).toList(); // in order already
    }
    Map<Integer, R> gathered = new TreeMap<>();
    List<List<Integer>> pieces = pieces();
    for (int i = 0; i < pieces.size(); i++) {
      for (int j = 0; j < pieces.get(i).size(); j++) {
        gathered.put(pieces.get(i).get(j), answers.get(i).get(j));
      }
    }
    return List.copyOf(gathered.values());
  }

  /** The positions in the list. */
  private List<List<Integer>> pieces() {
    return byPartition().stream().flatMap(positions -> cut(positions).stream()).toList();
  }

  private static <E> List<List<E>> cut(List<E> list) {
    List<List<E>> pieces = new ArrayList<>();
    for (int from = 0; from < list.size(); from += MOST) {
      pieces.add(list.subList(from, Math.min(from + MOST, list.size())));
    }
    return pieces;
  }

  private Collection<List<Integer>> byPartition() {
    Map<Long, List<Integer>> positions = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      long partition = orderId.applyAsLong(all.get(i)) % partitions.count();
      positions.computeIfAbsent(partition, none -> new ArrayList<>()).add(i);
    }
    return positions.values();
  }
}
