package dev.orders.redis;

import dev.orders.queue.OrderRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the orders that have idempotency keys, as submit.lua would. */
final class KeyHolders {

  private static final Pattern HOLDER = Pattern.compile("(\\d{1,18}) [0-9a-f]+");

  private final Requests requests;
  private final Partitions partitions;
  private final RecordReader records;

  KeyHolders(Requests requests, Partitions partitions, RecordReader records) {
    this.requests = requests;
    this.partitions = partitions;
    this.records = records;
  }

  /** The orders by their keys; a key that nobody has is left out. */
  Map<String, OrderRecord> of(List<String> keys) {
    Map<Long, String> keyOf = new HashMap<>();
    List<String> holders =
        requests.readAll(
            redis ->
                keys.stream()
                    .map(key -> redis.get(partitions.at(partitions.numberOf(key)).idem(key)))
                    .toList());
    for (int i = 0; i < keys.size(); i++) {
      putHolder(keyOf, keys.get(i), holders.get(i));
    }
    Map<String, OrderRecord> found = new HashMap<>();
    records
        .orders(new ArrayList<>(keyOf.keySet()))
        .forEach(order -> found.put(keyOf.getOrDefault(order.id(), ""), order));
    return found;
  }

  private static void putHolder(Map<Long, String> keyOf, String key, @Nullable String holder) {
    Matcher parts = HOLDER.matcher(holder == null ? "" : holder);
    if (parts.matches()) {
      keyOf.put(Long.valueOf(parts.group(1)), key);
    }
  }
}
