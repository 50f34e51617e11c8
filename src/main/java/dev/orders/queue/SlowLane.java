package dev.orders.queue;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** Sends a list once the answers to it are wanted, so that only one is under way. */
final class SlowLane implements Lane {

  private final Intake intake;
  private final Queue<List<Submission>> waiting = new ArrayDeque<>();
  private boolean hasFailed;

  SlowLane(Intake intake) {
    this.intake = intake;
  }

  @Override
  public void send(List<Submission> orders) {
    requireSound();
    waiting.add(orders);
  }

  @Override
  public List<Receipt> next() {
    requireSound();
    hasFailed = true; // unless what follows returns
    List<Receipt> receipts = intake.submit(waiting.remove());
    hasFailed = false;
    return receipts;
  }

  private void requireSound() {
    if (hasFailed) {
      throw new IllegalStateException("a list before this one has failed");
    }
  }
}
