package dev.orders.queue;

import java.util.List;

/** Where orders come in. Thread-safe. */
public interface Intake {

  /**
   * Accepts orders, each with its tasks in one step. Asked again after an unknown outcome it gives
   * the same answer, so nothing is accepted twice.
   *
   * @param orders any number; sent in chunks
   * @return a receipt for each, in the same order
   * @throws BrokerException when Redis refuses or cannot be reached; a prefix of the chunks may
   *     have been accepted
   */
  List<Receipt> submit(List<Submission> orders);

  /** A way in for lists that follow each other; several may be under way where that is safe. */
  default Lane lane() {
    return Lane.strict(new SlowLane(this));
  }
}
