package dev.orders.queue;

/** Whatever can be wrong with the books, with what a repair does or what a person should do. */
public enum Flaw {
  /** A task without a place. */
  NOWHERE(Check.PLACES, "unfinished, but in no place", true, "put it where its state belongs"),
  /** A task that might run twice. */
  SEVERAL_PLACES(Check.PLACES, "in several places", true, "keep it in one"),
  /** A task in a place of another state. */
  DISAGREES(Check.PLACES, "state and place disagree", true, "let the state follow the place"),

  /** An entry without a task. */
  GHOST(Check.ENTRIES, "id of no task", true, "put it into the quarantine"),
  /** A task in another queue than its own. */
  FOREIGN(Check.ENTRIES, "in the queue of another", true, "put it into its own"),
  /** A list that would deliver a task twice. */
  REPEATED(Check.ENTRIES, "more than once in its queue", true, "keep it once"),

  /** An order that would be closed too early or never. */
  MISCOUNTED(Check.OPEN_COUNTS, "wrong number of open tasks", true, "count again"),

  /** Work that nobody will do. */
  MISSING_TASK(
      Check.TASKS,
      "task is missing",
      false,
      "see what its order lacks with \"orders show\" and do that by hand"),
  /** Work that nobody should do. */
  UNEXPECTED_TASK(
      Check.TASKS, "task should not be there", false, "cancel it with \"orders cancel\""),
  /** A task that its order has forgotten. */
  UNLISTED_TASK(Check.TASKS, "not on its order's list", true, "list it"),
  /** A task that would be counted as two. */
  LISTED_TWICE(Check.TASKS, "tasks more than once on its list", true, "list each once"),
  /** A task whose order is gone. */
  TASK_OF_NO_ORDER(
      Check.TASKS, "task of no order", false, "restore the order from a backup of Redis"),
  /** A task that would run again. */
  FINISHED_IN_PLACE(Check.TASKS, "finished, but in a queue", true, "take it out"),

  /** An order without content. */
  NO_BODY(Check.BODIES, "no body", false, "restore it from a backup, or cancel the order"),
  /** An order with another content. */
  OTHER_BODY(
      Check.BODIES,
      "body does not match the fingerprint",
      false,
      "compare it with the order that was submitted, and cancel one that was tampered with"),
  /** Content without an order. */
  BODY_OF_NO_ORDER(
      Check.BODIES, "body of no order", false, "restore the order from a backup of Redis"),

  /** An order that could be accepted again. */
  KEY_LOST(Check.IDEMPOTENCY, "order's key is gone", true, "write the key again"),
  /** An order whose key says something else. */
  KEY_OF_ANOTHER(
      Check.IDEMPOTENCY,
      "order's key names another order or fingerprint",
      false,
      "see which order was accepted first under the key, and cancel the other"),
  /** A key that nothing has. */
  KEY_OF_NO_ORDER(
      Check.IDEMPOTENCY, "key of no order", false, "delete it once no client repeats that request"),

  /** More ends than beginnings. */
  TOO_FEW_DELIVERIES(
      Check.COUNTS,
      "fewer deliveries than failures and crashes",
      false,
      "look at the order's timeline; \"orders retry\" starts the counts of a dead task again"),
  /** A count that is none. */
  NO_COUNT(
      Check.COUNTS, "count that is not whole or negative", false, "set it right with redis-cli"),

  /** Something that would vanish. */
  EXPIRES(Check.KEEPING, "expires, but is to stay", true, "let it stay"),
  /** Something that would stay for ever. */
  NEVER_EXPIRES(Check.KEEPING, "never expires, but is to go", true, "let it expire in an hour"),
  /** An order that would stay for ever. */
  NOT_CLOSED(Check.KEEPING, "finished, but not closed", true, "close it for the retention"),
  /** An order that would be deleted before its work is done. */
  CLOSED_TOO_EARLY(Check.KEEPING, "closed, but not finished", true, "open it again"),
  /** A closed order that is not there. */
  CLOSED_GHOST(Check.KEEPING, "closed id of no order", true, "put it into the quarantine"),

  /** A crash that would be noticed too late. */
  LEASE_TOO_LONG(Check.TIMES, "lease ends too late", true, "shorten it"),
  /** A crash that nobody notices. */
  LEASE_OVERDUE(
      Check.TIMES,
      "lease is over, but no worker takes it back",
      true,
      "take it back as a fetch does"),
  /** A retry that nobody makes. */
  DELAYED_OVERDUE(
      Check.TIMES, "due, but no worker takes it", true, "put it into its queue as a fetch does"),

  /** Something that a script could not make sense of. */
  QUARANTINED(
      Check.SOUNDNESS,
      "in quarantine",
      false,
      "read it with \"redis-cli LRANGE KEY 0 -1\", repair what it tells of, then delete the list"),
  /** A record without its essentials. */
  UNREADABLE(
      Check.SOUNDNESS, "unreadable record", false, "restore its fields from a backup of Redis"),
  /** A task's state that nobody knows. */
  UNKNOWN_STATE(
      Check.SOUNDNESS, "unknown state", true, "let the state follow the place, if there is one"),
  /** An order's status that nobody knows. */
  UNKNOWN_STATUS(
      Check.SOUNDNESS, "unknown status", false, "set it to what the order's tasks tell of"),
  /** A key that something else has taken. */
  WRONG_TYPE(
      Check.SOUNDNESS,
      "key of the wrong type",
      false,
      "move it away with \"redis-cli RENAME KEY damaged:KEY\", then restore the right one; tasks that lost their place come back with --repair"),

  /** Sums that differ. */
  OFF_BALANCE(
      Check.CONSERVATION,
      "the sums differ",
      false,
      "compare with the last backup and with what the submitters were told"),

  /** A key in another partition than its order. */
  ASTRAY(Check.PARTITIONS, "in the wrong partition", false, "see which program wrote it"),
  /** An order that was never accepted. */
  NEVER_ISSUED(
      Check.PARTITIONS,
      "id was never issued",
      false,
      "restore the counter \"next\" if the order is real; else move the key away with \"redis-cli RENAME KEY stray:KEY\": it keeps the order out that comes next there"),
  /** A key of another schema. */
  UNKNOWN_KEY(Check.PARTITIONS, "unknown key", false, "see which program wrote it"),
  /** What every other key depends on. */
  META_LOST(
      Check.PARTITIONS,
      "what all keys depend on is gone, or a part of it",
      false,
      "write partitions, schema and instance again from a backup of Redis, before any worker runs: under another instance it may repeat e-mails and shipments"),
  /** A note about an order that is gone. */
  KEY_WITHOUT_ORDER(
      Check.PARTITIONS, "belongs to no order", false, "restore the order from a backup of Redis"),

  /** An invoice that was written and is gone. */
  NO_INVOICE(
      Check.FILES, "invoice file is missing", false, "restore it, or have the order invoiced anew"),
  /** An invoice of a task that did not succeed. */
  INVOICE_UNEXPECTED(
      Check.FILES,
      "invoice file of a task that did not succeed",
      false,
      "keep the file only if the invoice is to stand"),
  /** A message that was sent and is gone. */
  NO_MESSAGE(
      Check.FILES,
      "finished e-mail task without a sent marker",
      false,
      "ask the mail server whether it was sent; if not, write to the customer"),
  /** A message of a task that did not succeed. */
  MESSAGE_UNEXPECTED(
      Check.FILES,
      "sent marker of a task that did not succeed",
      false,
      "the customer has the message: do not retry the task");

  private final Check check;
  private final String sentence;
  private final boolean isRepairable;
  private final String remedy;

  Flaw(Check check, String sentence, boolean isRepairable, String remedy) {
    this.check = check;
    this.sentence = sentence;
    this.isRepairable = isRepairable;
    this.remedy = remedy;
  }

  /** The check that finds it. */
  public Check check() {
    return check;
  }

  /** What is wrong, in a few words. */
  public String sentence() {
    return sentence;
  }

  /** True when there is a safe move. */
  public boolean isRepairable() {
    return isRepairable;
  }

  /** What a repair does, or else what a person should do. */
  public String remedy() {
    return remedy;
  }
}
