package dev.orders.app;

import dev.orders.order.Order;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes orders into a journal, from its first line on, and forces all of them to the disk. */
final class JournalWriter implements OrderTaker {

  private final Journal journal;
  private final JournalFile file;
  private long entries;

  JournalWriter(Journal journal, JournalFile file, JournalHeader header) {
    this.journal = journal;
    this.file = file;
    file.truncate(0);
    file.append(header.line());
  }

  @Override
  public void take(String place, Order order, @Nullable String key, Duration delay) {
    entries++;
    file.append(journal.entry(entries, place, order, key, delay).line());
  }

  @Override
  public void end() {
    file.append(JournalNote.end(entries));
    file.force();
  }
}
