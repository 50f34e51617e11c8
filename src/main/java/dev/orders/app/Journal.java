package dev.orders.app;

import dev.orders.order.Order;
import dev.orders.order.OrderJson;
import dev.orders.queue.Installation;
import dev.orders.queue.Receipt.Verdict;
import dev.orders.queue.Submission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one submission, in a file that outlives Redis and this process:
 *
 * <ol>
 *   <li>all orders are written, each with a key by which the queue knows it again, and forced to
 *       the disk, before the first one is sent;
 *   <li>the queue's answers are noted as they come;
 *   <li>whatever happened since, sending all of them again brings exactly those in that are
 *       missing.
 * </ol>
 *
 * <p>Used by one thread.
 */
final class Journal implements AutoCloseable {

  private final JournalFile file;
  private final JournalHeader header;
  private final JournalSurvey survey;
  private final Installation installation;

  private Journal(
      JournalFile file, JournalHeader header, JournalSurvey survey, Installation installation) {
    this.file = file;
    this.header = header;
    this.survey = survey;
    this.installation = installation;
  }

  /**
   * Reads what is in a file.
   *
   * @param installation what the orders are now to be sent to
   */
  static Journal of(JournalFile file, Installation installation) {
    JournalSurvey survey = JournalSurvey.of(file.lines());
    if (!survey.isJournal()) {
      throw new ProblemException(
          ProblemException.Reason.INPUT,
          "%s is not a journal of orders; it was left as it is.".formatted(file.path()));
    }
    return new Journal(file, survey.header(), survey, installation);
  }

  /** Begins one in an empty file. */
  static Journal begin(JournalFile file, JournalHeader header, Installation installation) {
    return new Journal(file, header, JournalSurvey.of(file.lines()), installation);
  }

  Path path() {
    return file.path();
  }

  JournalHeader header() {
    return header;
  }

  /** What was in it when it was opened. */
  JournalSurvey survey() {
    return survey;
  }

  /**
   * Takes the orders of the submission. Those of a journal that is complete must be the same again;
   * in one that is not they are written anew, under the same keys.
   */
  OrderTaker taker() {
    return survey.isComplete()
        ? new JournalMatcher(this)
        : new JournalWriter(this, file, header.at(installation.instance()));
  }

  /** The entry for an order. */
  JournalEntry entry(long number, String place, Order order, @Nullable String key, Duration delay) {
    String body = OrderJson.canonical(order);
    return new JournalEntry(
        number,
        place,
        key == null ? header.keyFor(number) : key,
        OrderJson.fingerprint(body),
        delay,
        body);
  }

  /** Reads its entries from the first. */
  Entries entries() {
    return new Entries(file.lines());
  }

  /** What is to be sent for an entry. */
  Submission submission(JournalEntry entry) {
    return entry.submission(header.created(), installation.now());
  }

  /** True when the orders were last sent to another installation. */
  boolean isMoved() {
    return !survey.instance().equals(installation.instance());
  }

  /** Goes on after the last whole line, from now on for another installation if need be. */
  void goOn() {
    file.truncate(survey.end());
    if (isMoved()) {
      file.append(JournalNote.move(installation.instance()));
      file.force();
    }
  }

  /** Notes an answer. */
  void note(JournalEntry entry, Verdict verdict, long orderId) {
    file.append(JournalNote.answer(entry.number(), verdict, orderId));
  }

  /** Lets what was noted survive this process. */
  void flush() {
    file.flush();
  }

  @Override
  public void close() {
    file.close();
  }

  /** Entries one after the other; lines that are not whole are left out. */
  static final class Entries {

    private final JournalLines lines;

    private Entries(JournalLines lines) {
      this.lines = lines;
    }

    /** The next one; null when there is none. */
    @Nullable JournalEntry next() {
      for (String line = lines.next(); line != null; line = lines.next()) {
        Optional<JournalEntry> entry =
            JournalLine.read(line).filter(JournalEntry::isIn).map(JournalEntry::of);
        if (entry.isPresent()) {
          return entry.get();
        }
      }
      return null;
    }
  }
}
