package dev.orders.queue;

/**
 * Shows whether the books balance: that every task of every accepted order is in exactly one place,
 * and nothing is lost or doubled. Safe while workers run.
 */
public interface Auditor {

  /**
   * Looks at everything that is kept, and a second time, at one moment, at whatever seemed wrong;
   * only what is wrong then is found. Changes nothing. What comes into a queue while the audit goes
   * on is left to the next one. It streams: memory grows with the tasks that wait in lists (16 to
   * 32 bytes each), with the orders (one byte each) and with what is wrong.
   */
  AuditReport audit(AuditTerms terms);

  /**
   * Makes the safe move for one thing that an audit found, if it is still wrong. Nothing is ever
   * deleted; what belongs nowhere is put into the quarantine. Each repair is an event.
   *
   * @param item one of a finding's items
   * @throws IllegalArgumentException when there is no repair for the flaw
   */
  Repair repair(AuditTerms terms, Flaw flaw, String item);

  /**
   * What became of a repair.
   *
   * @param flaw what was wrong
   * @param item with what
   * @param verdict the answer
   */
  record Repair(Flaw flaw, String item, Verdict verdict) {}

  /** The answers a repair can get. */
  enum Verdict {
    /** Done. */
    MENDED,
    /** It was right by then. */
    RIGHT,
    /** No move would be safe: something else that cannot be repaired stands in the way. */
    LEFT
  }
}
