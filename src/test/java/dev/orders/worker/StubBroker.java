package dev.orders.worker;

import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A broker that is down; tests of one part override the one call that the part makes. */
class StubBroker implements Broker {

  @Override
  public Fetched fetch(String worker, List<String> queues, int want, Duration lease) {
    throw down();
  }

  @Override
  public @Nullable Fetched awaitWork(
      String worker, List<String> queues, int want, Duration lease, Duration atMost) {
    throw down();
  }

  @Override
  public List<Delivery> recall(String worker, List<String> queues, Duration lease) {
    return List.of();
  }

  @Override
  public List<Settlement.Verdict> settle(String worker, List<Settlement> settlements) {
    throw down();
  }

  @Override
  public void progress(String worker, List<Report> reports) {
    throw down();
  }

  @Override
  public boolean mark(String worker, Lease lease, Delivery.Effect effect) {
    throw down();
  }

  @Override
  public List<Beat> heartbeat(WorkerInfo worker, List<Lease> held, Duration lease) {
    throw down();
  }

  @Override
  public void deregister(String worker) {
    throw down();
  }

  static BrokerException down() {
    return new BrokerException(Reason.UNREACHABLE, "cannot reach Redis", null);
  }
}
