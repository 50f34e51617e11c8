package dev.orders.redis;

import dev.orders.queue.AuditTerms;
import dev.orders.queue.Flaw;
import dev.orders.redis.SetPieces.Entry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Audits one partition:
 *
 * <ol>
 *   <li>reads the counters;
 *   <li>streams every entry of every queue: does its task belong there? Of those in lists only a
 *       trace is kept;
 *   <li>streams every order with its tasks: is it whole, and does each task lie where it should?
 *   <li>where some trace was left over, streams the lists again: what has stood there all the time
 *       although no task says so?
 *   <li>looks a second time at whatever seemed wrong, each with all that it depends on at one
 *       moment: only what is wrong then is found;
 *   <li>reads the counters again: does what was counted add up?
 * </ol>
 */
final class PartitionAudit {

  private static final List<String> SETS = List.of("lease", "delayed", "dead");
  private static final String CLOSED = "closed";
  private static final int MOST_QUARANTINED = 1_000;

  private final AuditReader reader;
  private final AuditTerms terms;
  private final OrderIds ids;
  private final OrderChecks orderChecks;
  private final PlaceCheck placeCheck;
  private final SoundKeys soundKeys;
  private final IdSet waiting = new IdSet();
  private final Suspects<String> orders = new Suspects<>();
  private final Suspects<String> strays = new Suspects<>();
  private final Suspects<String> tasks = new Suspects<>();
  private final Suspects<String> closed = new Suspects<>();
  private long startedAt;

  PartitionAudit(AuditReader reader, OrderIds ids, PlaceCheck placeCheck) {
    this.reader = reader;
    this.terms = placeCheck.terms();
    this.ids = ids;
    this.orderChecks = new OrderChecks(terms);
    this.placeCheck = placeCheck;
    this.soundKeys = new SoundKeys(ids, terms.plan().onceNames());
  }

  /** Tells what is wrong, and answers what there is. */
  Tally run(Flaws flaws) {
    startedAt = reader.books().now();
    for (String queue : terms.plan().queues()) {
      reader.waiting(queue, id -> look(queue, id));
      for (String place : SETS) {
        reader.entries(queue, place, entry -> look(queue, place, entry));
      }
    }
    reader.entries("", CLOSED, this::lookAtClosed);
    Books before = reader.books(); // whatever was met in a queue is one of these orders
    Tally tally = new Tally();
    reader.orders(ids.upTo(before.last()), order -> look(order, tally));
    Books after = reader.books();
    lookForStrays();
    lookAgain(flaws);
    checkBooks(before, tally, after, flaws);
    return tally;
  }

  /** False when more seemed wrong than an audit takes note of. */
  boolean isComplete() {
    return !orders.isFull() && !strays.isFull() && !tasks.isFull() && !closed.isFull();
  }

  /** What the walk over all keys need not ask about any more. */
  SoundKeys soundKeys() {
    return soundKeys;
  }

  private void look(String queue, String id) {
    boolean isTwice = !waiting.add(entry(queue, id));
    if (isTwice) {
      strays.add(id);
    }
  }

  private static String entry(@Nullable String queue, String id) {
    return queue + " " + id;
  }

  /** Entries for which no task was found in that queue and which still stand there. */
  private void lookForStrays() {
    if (waiting.areAllMet()) {
      return;
    }
    for (String queue : terms.plan().queues()) {
      reader.waiting(
          queue,
          id -> {
            if (waiting.isUnmet(entry(queue, id))) {
              strays.add(id);
            }
          });
    }
  }

  private void look(String queue, String place, Entry entry) {
    boolean isLate =
        placeCheck.isTooLong(place, entry.score(), entry.now())
            || placeCheck.isOverdue(queue, place, entry.score(), entry.now());
    if (!entry.isRight() || isLate) {
      tasks.add(entry.id());
    }
  }

  private void lookAtClosed(Entry entry) {
    if (!entry.isRight()) {
      closed.add(entry.id());
    }
  }

  private void look(OrderPicture order, Tally tally) {
    tally.add(order);
    soundKeys.add(order);
    orderChecks.check(order, (flaw, item) -> orders.add(Long.toString(order.id())));
    if (order.isReadable()) {
      order.tasks().stream().filter(this::isLost).map(TaskPicture::id).forEach(tasks::add);
    }
  }

  /** What came into a list after it was read cannot be known to be there. */
  private boolean isLost(TaskPicture task) {
    boolean isUnseen = task.isInList() && !waiting.meet(entry(task.queue(), task.id()));
    return task.isOutOfPlace() || (isUnseen && !task.wasEnqueuedAfter(startedAt));
  }

  private void lookAgain(Flaws flaws) {
    reader.orders(orders.all(), order -> orderChecks.check(order, flaws));
    Set<String> misplaced = new LinkedHashSet<>(strays.all());
    misplaced.addAll(tasks.all());
    reader.places(
        List.copyOf(misplaced),
        terms.plan().queues(),
        waiting.size(),
        one -> placeCheck.check(one, flaws));
    reader.closedGhosts(closed.all()).forEach(id -> flaws.add(Flaw.CLOSED_GHOST, id));
  }

  private void checkBooks(Books before, Tally tally, Books after, Flaws flaws) {
    if (after.quarantined() > 0) {
      reader
          .quarantine(MOST_QUARANTINED)
          .forEach(line -> flaws.add(Flaw.QUARANTINED, ids.prefix() + "quarantine: " + line));
    }
    if (after.check(flaws) && !tally.differences(before, after).isEmpty()) {
      countAgain().forEach(sum -> flaws.add(Flaw.OFF_BALANCE, ids.prefix() + " " + sum));
    }
  }

  private List<String> countAgain() {
    Tally tally = new Tally();
    Books before = reader.books();
    reader.orders(ids.upTo(before.last()), tally::add);
    return tally.differences(before, reader.books());
  }
}
