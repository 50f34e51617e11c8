package dev.orders.redis;

import dev.orders.queue.Broker.Fetched;
import dev.orders.queue.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Takes one worker's tasks out of many partitions, in few round trips:
 *
 * <ol>
 *   <li>tidies, all at once, the partitions whose time has come: each about once a second, and when
 *       one of its delayed tasks is due. One that still has work then leaves its wake marker;
 *   <li>takes from partitions that had more last time, each an equal share of what is wanted;
 *   <li>when they are empty, and each second so that none is forgotten, collects the wake markers
 *       of all and takes from those.
 * </ol>
 *
 * <p>A partition that fails is left alone for a second; the others go on. Only when all is in vain
 * does the trouble come out. Used by one thread at a time.
 */
final class Harvest {

  private static final int AT_ONCE = 16;
  private static final Duration TIDY_EVERY = Duration.ofSeconds(1);

  private final Fetch fetch;
  private final WakeMarkers markers;
  private final Damage damage;
  private final long[] tidyAt;
  private long collectAt;
  private final Set<Integer> full = new LinkedHashSet<>();
  private @Nullable RuntimeException trouble;

  /**
   * @param partitions how many there are
   */
  Harvest(Fetch fetch, WakeMarkers markers, Damage damage, int partitions) {
    this.fetch = fetch;
    this.markers = markers;
    this.damage = damage;
    this.tidyAt = new long[partitions];
    this.collectAt = System.nanoTime();
    Arrays.fill(tidyAt, collectAt);
  }

  /** As {@link dev.orders.queue.Broker#fetch}. */
  Fetched fetch(List<String> queues, int want, Duration lease) {
    trouble = null;
    List<Delivery> taken = new ArrayList<>();
    ask(due(), queues, 0, lease, taken);
    if (collectAt - System.nanoTime() <= 0) {
      collect(queues);
    }
    take(queues, want, lease, taken);
    if (taken.size() < want) {
      collect(queues);
      take(queues, want, lease, taken);
    }
    if (taken.isEmpty() && trouble != null) {
      throw trouble;
    }
    return new Fetched(taken, untilNextTidying(), damage.of(queues));
  }

  private List<Integer> due() {
    List<Integer> due = new ArrayList<>();
    for (int i = 0; i < tidyAt.length; i++) {
      if (tidyAt[i] - System.nanoTime() <= 0) {
        due.add(i);
      }
    }
    return due;
  }

  private void take(List<String> queues, int want, Duration lease, List<Delivery> taken) {
    while (taken.size() < want && !full.isEmpty()) {
      int left = want - taken.size();
      List<Integer> some = full.stream().limit(Math.min(left, AT_ONCE)).toList();
      // To the end of the line: the next fetch begins with another.
      some.forEach(full::remove);
      ask(some, queues, left / some.size(), lease, taken);
    }
  }

  private void ask(
      List<Integer> some, List<String> queues, int share, Duration lease, List<Delivery> taken) {
    List<Outcome<Fetched>> outcomes = fetch.from(some, queues, share, lease);
    for (int i = 0; i < some.size(); i++) {
      int partition = some.get(i);
      @Nullable Fetched fetched = outcomes.get(i).answer();
      @Nullable Exception failure = outcomes.get(i).trouble();
      Duration rest = fetched == null ? TIDY_EVERY : shorter(fetched.nextDue(), TIDY_EVERY);
      tidyAt[partition] = System.nanoTime() + jittered(rest);
      if (fetched != null) {
        taken.addAll(fetched.deliveries());
        if (share > 0 && fetched.deliveries().size() == share) {
          full.add(partition);
        }
      } else if (failure != null) {
        trouble = fetch.toThrow(failure);
      }
    }
  }

  private void collect(List<String> queues) {
    collectAt = System.nanoTime() + TIDY_EVERY.toNanos();
    try {
      full.addAll(markers.collect(queues));
    } catch (RuntimeException e) {
      trouble = e;
    }
  }

  /** So that many workers do not tidy in step. */
  private static long jittered(Duration rest) {
    long nanos = Math.max(1, rest.toNanos());
    return rest.equals(TIDY_EVERY)
        ? nanos * 3 / 4 + ThreadLocalRandom.current().nextLong(nanos / 2)
        : nanos;
  }

  private Duration untilNextTidying() {
    long now = System.nanoTime();
    long least = Long.MAX_VALUE;
    for (long at : tidyAt) {
      least = Math.min(least, Math.max(0, at - now));
    }
    return Duration.ofNanos(least);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
