package dev.orders.redis;

import dev.orders.queue.Minute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads the ring of minutes that part/ledger.lua keeps. What lies in a minute's place may be a day
 * old: its field {@code minute} tells.
 */
final class MinuteReader {

  private static final String WHICH = "minute";
  private static final int SECONDS = 60;

  private final Requests requests;
  private final Partitions partitions;

  MinuteReader(Requests requests, Partitions partitions) {
    this.requests = requests;
    this.partitions = partitions;
  }

  /** The last minutes up to this moment, oldest first. */
  List<Minute> until(Instant now, int atMost) {
    long newest = now.getEpochSecond() / SECONDS;
    int many = Math.max(0, Math.min(atMost, Minute.KEPT));
    List<Map<String, Long>> sums =
        IntStream.range(0, many).<Map<String, Long>>mapToObj(none -> new HashMap<>()).toList();
    long oldest = newest - many + 1;
    for (int i = 0; i < partitions.count(); i++) {
      add(partitions.at(i), oldest, sums);
    }
    List<Minute> minutes = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      minutes.add(new Minute(Instant.ofEpochSecond((oldest + i) * SECONDS), sums.get(i)));
    }
    return minutes;
  }

  private void add(Keys.Partition partition, long oldest, List<Map<String, Long>> sums) {
    List<Map<String, String>> hashes =
        requests.readAll(
            redis ->
                IntStream.range(0, sums.size())
                    .mapToObj(i -> redis.hgetall(partition.minute(oldest + i)))
                    .toList());
    for (int i = 0; i < sums.size(); i++) {
      Map<String, String> hash = hashes.get(i);
      if (Long.toString(oldest + i).equals(hash.remove(WHICH))) {
        Counts.add(hash, sums.get(i));
      }
    }
  }
}
