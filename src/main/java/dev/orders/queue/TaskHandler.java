package dev.orders.queue;

/**
 * Does the work of one kind of task. Handlers are called from many threads at once. A task can be
 * delivered more than once (at least once is the promise), so the effect must carry {@link
 * Delivery#effectName()} or be repeatable.
 */
@FunctionalInterface
public interface TaskHandler {

  /**
   * Runs one attempt.
   *
   * @return what was achieved: facts for the task's record and what follows from them
   * @throws PermanentFailureException when no repetition can help: the task is FAILURE at once
   * @throws RetryLaterException when the other side said when to come back
   * @throws AttemptAbandonedException passed on from {@link Attempt#beforeEffect()}
   * @throws Exception anything else is a failure that is retried as the queue's {@link RetryPolicy}
   *     says; its message is kept with the task and must hold no personal data
   */
  TaskResult handle(Attempt attempt) throws Exception;
}
