package dev.orders.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
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

  /** Calls once for each piece; each call answers as many values as it was given. */
  <R> List<R> gather(BiFunction<Keys.Partition, List<T>, List<R>> call) {
    Map<Integer, R> answers = new TreeMap<>();
    for (List<Integer> positions : byPartition().values()) {
      for (int from = 0; from < positions.size(); from += MOST) {
        List<Integer> piece = positions.subList(from, Math.min(from + MOST, positions.size()));
        Keys.Partition partition = partitions.of(orderId.applyAsLong(all.get(piece.get(0))));
        List<R> answered = call.apply(partition, piece.stream().map(all::get).toList());
        for (int i = 0; i < piece.size(); i++) {
          answers.put(piece.get(i), answered.get(i));
        }
      }
    }
    return List.copyOf(answers.values());
  }

  private Map<Long, List<Integer>> byPartition() {
    Map<Long, List<Integer>> positions = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      long partition = orderId.applyAsLong(all.get(i)) % partitions.count();
      positions.computeIfAbsent(partition, none -> new ArrayList<>()).add(i);
    }
    return positions;
  }
}
