package dev.orders.queue;

import java.util.List;

/** Sees to it that nothing goes through a lane after its first failure. */
final class StrictLane implements Lane {

  private final Lane lane;
  private boolean hasFailed;

  StrictLane(Lane lane) {
    this.lane = lane;
  }

  @Override
  public void send(List<Submission> orders) {
    requireSound();
    lane.send(orders);
  }

  @Override
  public List<Receipt> next() {
    requireSound();
    hasFailed = true; // unless what follows returns
    List<Receipt> receipts = lane.next();
    hasFailed = false;
    return receipts;
  }

  private void requireSound() {
    if (hasFailed) {
      throw new IllegalStateException("a list before this one has failed");
    }
  }
}
