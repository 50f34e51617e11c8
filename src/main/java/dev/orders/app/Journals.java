package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Installation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/** Opens journals, and refuses those that could bring an order in twice, or into a wrong place. */
final class Journals {

  private final Inspector inspector;
  private final String namespace;
  private final Duration retention;

  /**
   * @param namespace the queue's key prefix
   * @param retention how long done orders are kept
   */
  Journals(Inspector inspector, String namespace, Duration retention) {
    this.inspector = inspector;
    this.namespace = namespace;
    this.retention = retention;
  }

  /** The journal of a submission: a new one, or the same one again. */
  Journal forSubmission(Path path) {
    Installation installation = inspector.installation();
    return opened(
        JournalFile.open(path),
        file -> {
          if (file.hasNotBegun()) {
            return Journal.begin(file, header(installation), installation);
          }
          Journal journal = Journal.of(file, installation);
          requireFit(journal, installation, false);
          requireWhole(journal);
          return journal;
        });
  }

  /**
   * A journal whose orders are to be sent again.
   *
   * @param mayMove true to send them although this Redis is not the one they were for
   */
  Journal forReconciliation(Path path, boolean mayMove) {
    return toSendAgain(JournalFile.openExisting(path), mayMove);
  }

  /** The same, without any change to the file. */
  Journal forDryRun(Path path, boolean mayMove) {
    return toSendAgain(JournalFile.openToRead(path), mayMove);
  }

  private Journal toSendAgain(JournalFile opened, boolean mayMove) {
    return opened(
        opened,
        file -> {
          Installation installation = inspector.installation();
          Journal journal = Journal.of(file, installation);
          requireFit(journal, installation, mayMove);
          return journal;
        });
  }

  private static Journal opened(JournalFile file, Function<JournalFile, Journal> reading) {
    try {
      return reading.apply(file);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private JournalHeader header(Installation installation) {
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    return new JournalHeader(id, installation.instance(), namespace, installation.now(), retention);
  }

  private void requireFit(Journal journal, Installation installation, boolean mayMove) {
    requireNamespace(journal);
    requireYouth(journal, installation);
    if (journal.isMoved() && !installation.isUnused() && !mayMove) {
      throw refusal(
          journal,
          "was written for another Redis than this one.\n"
              + "If that one's data are lost and this one takes its place: orders reconcile --other-redis "
              + journal.path());
    }
  }

  private void requireNamespace(Journal journal) {
    String other = journal.header().namespace();
    if (!other.equals(namespace)) {
      throw refusal(
          journal,
          "belongs to the namespace %s, and not to %s. Pass --namespace %s."
              .formatted(other, namespace, other));
    }
  }

  /** A tenth of the retention, at most an hour, is left for the sending itself. */
  private void requireYouth(Journal journal, Installation installation) {
    Duration then = journal.header().retention();
    Duration kept = then.compareTo(retention) < 0 ? then : retention;
    Duration hour = Duration.ofHours(1);
    Duration margin = kept.dividedBy(10).compareTo(hour) < 0 ? kept.dividedBy(10) : hour;
    Duration age = Duration.between(journal.header().created(), installation.now());
    if (age.compareTo(kept.minus(margin)) >= 0) {
      throw refusal(
          journal,
          "is from %s, and orders are forgotten %s after they are done: some might be done twice."
              .formatted(journal.header().created(), Durations.brief(kept)));
    }
  }

  private static void requireWhole(Journal journal) {
    if (journal.survey().isComplete() && !journal.survey().damaged().isEmpty()) {
      throw new ProblemException(
          ProblemException.Reason.INPUT,
          "%s is damaged in line %d; nothing was submitted. Send what is left of it with: orders reconcile %s"
              .formatted(journal.path(), journal.survey().damaged().get(0), journal.path()));
    }
  }

  private static ProblemException refusal(Journal journal, String why) {
    return new ProblemException(
        ProblemException.Reason.CONFLICT,
        "%s %s\nNothing was submitted.".formatted(journal.path(), why));
  }
}
