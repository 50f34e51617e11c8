package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all orders from the newest id downwards, some at a time. Ids are dense, so they need
 * no index: each batch of ids is simply asked for. How far one call looks is bounded, so a page may
 * hold less than was asked for although there are more.
 */
public final class OrderPages {

  private static final int BATCH = 200;
  private static final int FARTHEST = 20 * BATCH;

  private final Inspector inspector;
  private final Lookup lookup;

  OrderPages(Inspector inspector, Lookup lookup) {
    this.inspector = inspector;
    this.lookup = lookup;
  }

  /**
   * Which orders are wanted.
   *
   * @param status only those of this status; null for all
   * @param since only those accepted at that time or later; null for all
   * @param before only those with a lower id, to go on behind a page
   * @param limit how many at most
   */
  public record Wish(@Nullable String status, @Nullable Instant since, long before, int limit) {

    private boolean fits(OrderRecord order) {
      return (status == null || status.equals(order.status()))
          && (since == null || !order.createdAt().isBefore(since));
    }
  }

  /**
   * Some orders, newest first.
   *
   * @param next where the next page begins: the {@code before} of its wish; null after the last one
   */
  public record Page(List<OrderView> orders, @Nullable Long next) {}

  /** The next orders that are wanted. */
  public Page page(Wish wish) {
    List<Long> newest = inspector.newest();
    Ages ages = new Ages(newest, wish.since());
    long from = Math.min(wish.before(), LongStream.of(longs(newest)).max().orElse(0) + 1);
    long lowest = Math.max(1, from - FARTHEST);
    List<Long> found = new ArrayList<>();
    long next = from;
    while (next > lowest && !ages.areOver()) {
      for (OrderRecord order : records(newest, Math.max(lowest, next - BATCH), next)) {
        ages.saw(order);
        if (wish.fits(order)) {
          found.add(order.id());
        }
        if (found.size() == wish.limit()) {
          return new Page(lookup.orders(found), order.id() > 1 ? order.id() : null);
        }
      }
      next = Math.max(lowest, next - BATCH);
    }
    boolean isLast = next <= 1 || ages.areOver();
    return new Page(lookup.orders(found), isLast ? null : next);
  }

  /** The orders with ids from {@code from} to below {@code to}, the highest first. */
  private List<OrderRecord> records(List<Long> newest, long from, long to) {
    return inspector.orders(
        LongStream.iterate(to - 1, id -> id >= from, id -> id - 1)
            .filter(id -> id <= newest.get((int) (id % newest.size())))
            .boxed()
            .toList());
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  /** Knows when nothing young enough can follow: once each partition has shown an older order. */
  private static final class Ages {

    private final @Nullable Instant since;
    private final int partitions;
    private final List<Long> waiting;

    Ages(List<Long> newest, @Nullable Instant since) {
      this.since = since;
      this.partitions = newest.size();
      this.waiting =
          LongStream.range(0, partitions).boxed().collect(Collectors.toCollection(ArrayList::new));
    }

    void saw(OrderRecord order) {
      if (since != null && order.createdAt().isBefore(since)) {
        waiting.remove((Long) (order.id() % partitions));
      }
    }

    boolean areOver() {
      return waiting.isEmpty();
    }
  }
}
