package dev.orders.app;

import dev.orders.app.Reconciled.Found;
import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Receipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Submits the orders of a journal that Redis does not have: those that were never sent, and those
 * that were lost with a server after it had acknowledged them. Each has a key, so it can be done
 * again and again.
 */
public final class Reconciler {

  private final Intake intake;
  private final Inspector inspector;
  private final Journals journals;

  Reconciler(Intake intake, Inspector inspector, Journals journals) {
    this.intake = intake;
    this.inspector = inspector;
    this.journals = journals;
  }

  /**
   * How it ended.
   *
   * @param conflicts orders whose keys belong to others
   * @param damaged lines of the journal that could not be read
   * @param isComplete false when the journal ends before its orders do
   * @param isMoved true when the orders went to another Redis than before
   */
  public record Summary(
      List<KeyConflict> conflicts, List<Long> damaged, boolean isComplete, boolean isMoved) {}

  /**
   * Submits what is missing.
   *
   * @param mayMove true to do so although this Redis is not the one that the journal is for
   * @param told of each order, in the journal's order
   */
  public Summary reconcile(Path path, boolean mayMove, Consumer<Reconciled> told) {
    try (Journal journal = journals.forReconciliation(path, mayMove)) {
      journal.goOn();
      return send(journal, intake, Found.SUBMITTED, told);
    }
  }

  /** Says what would be submitted; changes neither the queue nor the journal. */
  public Summary rehearse(Path path, boolean mayMove, Consumer<Reconciled> told) {
    try (Journal journal = journals.forDryRun(path, mayMove)) {
      return send(journal, new DryRunIntake(inspector), Found.MISSING, told);
    }
  }

  private Summary send(Journal journal, Intake to, Found whenNew, Consumer<Reconciled> told) {
    JournalSurvey survey = journal.survey();
    Answers answers = new Answers(survey, whenNew, told);
    List<KeyConflict> conflicts = new ArrayList<>();
    new JournalSender(
            journal,
            new OrderBatch(to, inspector),
            answers::accepted,
            (entry, conflict) -> {
              answers.refused(entry, conflict);
              conflicts.add(conflict);
            })
        .send();
    return new Summary(
        List.copyOf(conflicts), survey.damaged(), survey.isComplete(), journal.isMoved());
  }

  private record Answers(JournalSurvey survey, Found whenNew, Consumer<Reconciled> told) {

    void accepted(JournalEntry entry, Receipt receipt) {
      boolean isNew = receipt.verdict() == Receipt.Verdict.OK;
      tell(entry, isNew ? whenNew : Found.PRESENT, receipt.orderId());
    }

    void refused(JournalEntry entry, KeyConflict conflict) {
      tell(entry, Found.CONFLICT, conflict.orderId());
    }

    private void tell(JournalEntry entry, Found found, long orderId) {
      boolean isLost = found == whenNew && survey.isAnswered(entry.number());
      told.accept(new Reconciled(entry.number(), entry.key(), found, orderId, isLost));
    }
  }
}
