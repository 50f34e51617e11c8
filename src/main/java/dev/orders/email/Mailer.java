package dev.orders.email;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.PermanentFailureException;
import java.util.Map;

/**
 * Takes letters on their way. Thread-safe. A {@link Letter} is known in this package only, and so
 * all mailers live here: {@link OutboxMailer}, {@link SmtpMailer} and {@link DisabledMailer}.
 */
public interface Mailer {

  /**
   * Hands a letter over, and asks {@link Attempt#beforeEffect()} right before it does. The same
   * letter may come again with a later delivery of its task: a mailer whose letters cannot be taken
   * back marks the first with {@link Attempt#effectDone()} and does not hand over a second.
   *
   * @return what became of it, as facts for the task's record; never an address or a name
   * @throws PermanentFailureException when the letter was refused for good
   * @throws AttemptAbandonedException when it must not be handed over any more
   * @throws Exception on any other trouble, which may pass; its message holds no personal data
   */
  Map<String, String> deliver(Letter letter, Attempt attempt) throws Exception;
}
