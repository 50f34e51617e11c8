package dev.orders.invoice;

import dev.orders.order.OrderJson;
import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.Delivery;
import dev.orders.queue.TaskId;
import java.util.ArrayList;
import java.util.List;

/** Stands in for the worker: delivers order 17 and writes down what the handler says. */
final class TestAttempt implements Attempt {

  private final Delivery delivery;
  private final List<String> steps = new ArrayList<>();
  private boolean abandoned;

  TestAttempt(long number) {
    String body = OrderJson.canonical(Samples.korean().order());
    Delivery.Source source = new Delivery.Source("i1", Samples.CREATED, null, body);
    delivery =
        new Delivery(
            new TaskId(17, "invoice"), "invoice", number, 0, Delivery.Effect.NONE, null, source);
  }

  TestAttempt abandoned() {
    abandoned = true;
    return this;
  }

  List<String> steps() {
    return steps;
  }

  @Override
  public Delivery delivery() {
    return delivery;
  }

  @Override
  public void progress(int percent) {
    steps.add(Integer.toString(percent));
  }

  @Override
  public void beforeEffect() throws AttemptAbandonedException {
    if (abandoned) {
      throw new AttemptAbandonedException("the lease is lost");
    }
    steps.add("effect");
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
    steps.add("done");
  }

  @Override
  public void onCancel(Runnable action) {}
}
