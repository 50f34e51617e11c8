package dev.orders.shipping;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** An attempt that remembers what it was told, and can be cancelled from outside. */
final class TestAttempt implements Attempt {

  final List<String> journal = new CopyOnWriteArrayList<>();
  private final Delivery delivery;
  private final AtomicReference<Runnable> onCancel = new AtomicReference<>(() -> {});
  private volatile boolean abandoned;

  TestAttempt(Delivery delivery) {
    this.delivery = delivery;
  }

  /** From now on the irreversible step must not be taken. */
  TestAttempt abandoned() {
    abandoned = true;
    return this;
  }

  void cancel() {
    onCancel.get().run();
  }

  @Override
  public Delivery delivery() {
    return delivery;
  }

  @Override
  public void progress(int percent) {
    journal.add(percent + " %");
  }

  @Override
  public void beforeEffect() throws AttemptAbandonedException {
    journal.add("before effect");
    if (abandoned) {
      throw new AttemptAbandonedException("the lease is lost");
    }
  }

  @Override
  public void effectBegins() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void effectFailed() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void effectDone() {
    journal.add("effect done");
  }

  @Override
  public void onCancel(Runnable action) {
    onCancel.set(action);
  }
}
