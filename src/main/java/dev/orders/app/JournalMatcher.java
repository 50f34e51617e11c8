package dev.orders.app;

import dev.orders.order.Order;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sees that a submission is the one whose journal this is, before anything of it is sent again. */
final class JournalMatcher implements OrderTaker {

  private final Journal journal;
  private final Journal.Entries written;
  private long entries;

  JournalMatcher(Journal journal) {
    this.journal = journal;
    this.written = journal.entries();
  }

  @Override
  public void take(String place, Order order, @Nullable String key, Duration delay) {
    entries++;
    JournalEntry there = written.next();
    if (there == null || !there.isSameAs(journal.entry(entries, place, order, key, delay))) {
      throw another(place + " is not its order " + entries);
    }
  }

  @Override
  public void end() {
    if (written.next() != null) {
      throw another("it holds more than these %,d orders".formatted(entries));
    }
    journal.goOn();
  }

  private ProblemException another(String how) {
    return new ProblemException(
        ProblemException.Reason.CONFLICT,
        ("%s is the journal of another submission (%s); nothing was submitted.\n"
                + "Name another file, or finish that submission first: orders reconcile %s")
            .formatted(journal.path(), how, journal.path()));
  }
}
