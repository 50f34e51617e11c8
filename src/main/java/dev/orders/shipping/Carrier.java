package dev.orders.shipping;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.RetryLaterException;
import java.io.IOException;

/** Whoever carries parcels. Thread-safe. */
public interface Carrier {

  /**
   * Registers a shipment. Registering one again under the same {@link Shipment#key()} yields the
   * same tracking number and no second parcel.
   *
   * @param attempt what the shipment is registered for: its {@link Attempt#onCancel} ends the
   *     waiting
   * @throws PermanentFailureException when the carrier refuses the shipment
   * @throws RetryLaterException when the carrier is busy and said when to come back
   * @throws IOException when the carrier cannot be reached or gives no usable answer: trying again
   *     may help
   * @throws AttemptAbandonedException when the task was cancelled meanwhile
   * @throws InterruptedException when the worker stops meanwhile
   */
  Registration register(Shipment shipment, Attempt attempt)
      throws PermanentFailureException,
          RetryLaterException,
          IOException,
          AttemptAbandonedException,
          InterruptedException;
}
