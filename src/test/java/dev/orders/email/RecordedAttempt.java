package dev.orders.email;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery;
import java.util.ArrayList;
import java.util.List;

/** An attempt that writes down what its handler tells it, in order. */
final class RecordedAttempt implements Attempt {

  private final Delivery delivery;
  private final List<String> calls = new ArrayList<>();
  private volatile Runnable onCancel = () -> {};
  private boolean abandoned;
  private boolean cancelledBefore;
  private boolean lostLate;

  RecordedAttempt(Delivery delivery) {
    this.delivery = delivery;
  }

  /** The worker has lost the task: the effect must not happen. */
  RecordedAttempt abandoned() {
    abandoned = true;
    return this;
  }

  /** The task was cancelled before the handler said what is to be done then. */
  RecordedAttempt cancelledBefore() {
    cancelledBefore = true;
    return this;
  }

  /** The worker loses the task while the letter is on its way. */
  RecordedAttempt lostLate() {
    lostLate = true;
    return this;
  }

  List<String> calls() {
    return calls;
  }

  /** Does what a worker does from another thread when the task is cancelled. */
  void cancel() {
    onCancel.run();
  }

  @Override
  public Delivery delivery() {
    return delivery;
  }

  @Override
  public void progress(int percent) {
    calls.add(Integer.toString(percent));
  }

  @Override
  public void beforeEffect() throws AttemptAbandonedException {
    if (abandoned) {
      throw new AttemptAbandonedException("the lease may be lost");
    }
    calls.add("before");
  }

  @Override
  public void effectBegins() throws AttemptAbandonedException {
    if (lostLate) {
      throw new AttemptAbandonedException("the lease is over");
    }
    calls.add("begins");
  }

  @Override
  public void effectFailed() {
    calls.add("failed");
  }

  @Override
  public void effectDone() {
    calls.add("done");
  }

  @Override
  public void onCancel(Runnable action) {
    onCancel = action;
    if (cancelledBefore) {
      action.run();
    }
  }
}
