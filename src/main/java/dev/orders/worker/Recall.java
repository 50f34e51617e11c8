package dev.orders.worker;

import dev.orders.queue.Delivery;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last thing that a worker asks for: what its fetches have taken whose answers it never heard.
 * One that ends gives that back, and nobody has to wait for the lease. Tried for a second, which is
 * as long as {@link Ending} waits for it.
 */
record Recall(Site site, Slots slots) {

  private static final Logger LOG = LoggerFactory.getLogger(Recall.class);
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Takes it into hand, or leaves it to its lease. */
  void of(List<String> queues) {
    long begun = site.clock().now();
    boolean isAllKnown = false;
    while (!isAllKnown && site.clock().since(begun).compareTo(LONGEST) < 0) {
      isAllKnown = ask(queues);
    }
  }

  private boolean ask(List<String> queues) {
    WorkerOptions options = site.options();
    long sentAt = site.clock().now();
    try {
      List<Delivery> taken = site.broker().recall(options.id(), queues, options.lease());
      taken.forEach(delivery -> slots.take(delivery, sentAt));
      return taken.isEmpty();
    } catch (RuntimeException | Error e) {
      LOG.debug("could not ask for what was taken", e);
      new Waiter().await(PAUSE);
      return false;
    }
  }
}
