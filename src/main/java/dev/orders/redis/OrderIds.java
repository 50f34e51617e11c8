package dev.orders.redis;

import java.util.AbstractList;
import java.util.List;

/**
 * Which ids a partition gives to its orders: number n = 1, 2, 3, … becomes id = count × n +
 * partition.
 *
 * @param partition this one
 * @param count how many partitions there are
 * @param prefix of the partition's keys
 */
record OrderIds(int partition, int count, String prefix) {

  /** The number of an order within its partition. */
  long numberOf(long id) {
    return (id - partition) / count;
  }

  /** True when the partition may have given that id. */
  boolean has(long id) {
    return id % count == partition && numberOf(id) > 0;
  }

  /** All ids up to that number, as texts, made when they are asked for. */
  List<String> upTo(long last) {
    return new AbstractList<>() {
      @Override
      public String get(int index) {
        return Long.toString(count * (index + 1L) + partition);
      }

      @Override
      public int size() {
        return Math.toIntExact(last);
      }
    };
  }
}
