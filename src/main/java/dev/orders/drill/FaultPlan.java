package dev.orders.drill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/**
 * When what goes wrong: drawn from the seed before anything begins, spread over the whole run but
 * its very beginning and end. Used by one thread.
 */
final class FaultPlan {

  private static final double FIRST = 0.02;
  private static final double LAST = 0.95;

  private final Deque<Fault> ahead;
  private final List<Fault> due = new ArrayList<>();
  private final Map<FaultKind, Integer> done = new EnumMap<>(FaultKind.class);

  FaultPlan(DrillTerms terms) {
    this.ahead = new ArrayDeque<>(draw(terms));
  }

  /** All faults, in the order in which they are due. */
  static List<Fault> draw(DrillTerms terms) {
    Random random = new Random(terms.seed());
    List<Fault> faults = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      for (int i = 0; i < terms.count(kind); i++) {
        double at = FIRST + random.nextDouble() * (LAST - FIRST);
        faults.add(new Fault(kind, at, random.nextInt(Integer.MAX_VALUE)));
      }
    }
    faults.sort(Comparator.comparingDouble(Fault::at));
    return faults;
  }

  /**
   * Carries out what is due by now.
   *
   * @param share how much of the work is done, 0 to 1
   * @param deed carries one out; false when that is not possible just now, and it stays due
   */
  void carryOut(double share, Predicate<Fault> deed) {
    while (!ahead.isEmpty() && ahead.element().at() <= share) {
      due.add(ahead.remove());
    }
    for (Iterator<Fault> next = due.iterator(); next.hasNext(); ) {
      Fault fault = next.next();
      if (deed.test(fault)) {
        next.remove();
        done.merge(fault.kind(), 1, Integer::sum);
      }
    }
  }

  /** How many were carried out so far, by kind; a kind of which none was is missing. */
  Map<FaultKind, Integer> done() {
    return Map.copyOf(done);
  }

  /** How many are left. */
  int left() {
    return ahead.size() + due.size();
  }
}
