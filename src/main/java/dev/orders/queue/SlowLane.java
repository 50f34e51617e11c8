package dev.orders.queue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Sends a list once the answers to it are wanted, so that only one is under way. */
final class SlowLane implements Lane {

  private final Intake intake;
  private final Queue<List<Submission>> waiting = new ArrayDeque<>();

  SlowLane(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void send(List<Submission> orders) {
    waiting.add(orders);
  }

  @Override
  public List<Receipt> next() {
    return intake.submit(waiting.remove());
  }
}
