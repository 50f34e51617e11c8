package dev.orders.app;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a first reading of a journal finds. Lines that are not whole at its end were being written
 * when the machine or the process died: they are no loss, since nothing is sent before it is forced
 * to disk. In the middle they are damage.
 */
final class JournalSurvey {

  private final BitSet answered = new BitSet();
  private final List<Long> damaged = new ArrayList<>();
  private final List<Long> notWhole = new ArrayList<>();
  private @Nullable JournalHeader header;
  private @Nullable String movedTo;
  private long entries;
  private long end;
  private boolean isComplete;

  private JournalSurvey() {}

  /** Reads all lines. */
  static JournalSurvey of(JournalLines lines) {
    JournalSurvey survey = new JournalSurvey();
    for (String line = lines.next(); line != null; line = lines.next()) {
      Optional<Map<String, String>> fields = JournalLine.read(line);
      if (fields.isPresent()) {
        survey.note(fields.get());
        survey.end = lines.end();
        survey.damaged.addAll(survey.notWhole);
        survey.notWhole.clear();
      } else {
        survey.notWhole.add(lines.number());
      }
    }
    return survey;
  }

  private void note(Map<String, String> fields) {
    if (JournalHeader.isIn(fields)) {
      header = JournalHeader.of(fields);
    } else if (JournalEntry.isIn(fields)) {
      entries++;
    } else if (JournalNote.isAnswer(fields)) {
      answered.set(JournalNote.answered(fields), JournalNote.isAcceptance(fields));
    } else if (JournalNote.isMove(fields)) {
      movedTo = JournalNote.movedTo(fields);
    } else if (JournalNote.isEnd(fields)) {
      isComplete = true;
    }
  }

  /** True when it began as a journal does. */
  boolean isJournal() {
    return header != null;
  }

  /** The first line, if {@link #isJournal}. */
  JournalHeader header() {
    return Objects.requireNonNull(header);
  }

  /** The installation that the orders were last sent to. */
  String instance() {
    return movedTo == null ? header().instance() : movedTo;
  }

  /** How many orders it holds. */
  long entries() {
    return entries;
  }

  /** True when all orders were written that were to be; before, none is sent. */
  boolean isComplete() {
    return isComplete;
  }

  /** True when the queue has once said that it has the order. */
  boolean isAnswered(long entry) {
    return answered.get((int) entry);
  }

  /** Lines, from 1, that are not whole although others follow. */
  List<Long> damaged() {
    return List.copyOf(damaged);
  }

  /** Where the last whole line ends. */
  long end() {
    return end;
  }
}
