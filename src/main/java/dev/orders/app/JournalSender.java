package dev.orders.app;

import dev.orders.queue.Receipt;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;

/** Sends the orders of a journal, all of them, and notes the answers. */
final class JournalSender {

  private final Journal journal;
  private final OrderBatch batch;
  private final BiConsumer<JournalEntry, Receipt> accepted;
  private final BiConsumer<JournalEntry, KeyConflict> refused;
  private final List<JournalEntry> waiting = new ArrayList<>();

  /**
   * @param accepted told of each order that the queue has, in their order
   * @param refused told of each whose key belongs to another
   */
  JournalSender(
      Journal journal,
      OrderBatch batch,
      BiConsumer<JournalEntry, Receipt> accepted,
      BiConsumer<JournalEntry, KeyConflict> refused) {
    this.journal = journal;
    this.batch = batch;
    this.accepted = accepted;
    this.refused = refused;
  }

  /** Sends from the first to the last. */
  void send() {
    Journal.Entries entries = journal.entries();
    for (JournalEntry entry = entries.next(); entry != null; entry = entries.next()) {
      batch.add(entry.place(), journal.submission(entry));
      waiting.add(entry);
      if (batch.isFull()) {
        flush();
      }
    }
    flush();
  }

  private void flush() {
    Iterator<JournalEntry> sent = List.copyOf(waiting).iterator();
    waiting.clear();
    batch.send(
        receipt -> accepted(sent.next(), receipt), conflict -> refused(sent.next(), conflict));
    journal.flush();
  }

  private void accepted(JournalEntry entry, Receipt receipt) {
    accepted.accept(entry, receipt);
    journal.note(entry, receipt.verdict(), receipt.orderId());
  }

  private void refused(JournalEntry entry, KeyConflict conflict) {
    refused.accept(entry, conflict);
    journal.note(entry, Receipt.Verdict.CONFLICT, conflict.orderId());
  }
}
