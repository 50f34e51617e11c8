package dev.orders.worker;

import dev.orders.queue.Broker;
import dev.orders.queue.BrokerException;
import dev.orders.queue.Delivery;
import dev.orders.queue.Settlement;
import dev.orders.queue.WorkerInfo;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A real broker, some of whose calls fail or hang when told so. */
final class FaultyBroker implements Broker {

  private final Broker real;
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger waits = new AtomicInteger();
  private final AtomicReference<Runnable> beforeFetch = new AtomicReference<>(() -> {});
  private final AtomicReference<Runnable> afterFailedWait = new AtomicReference<>(() -> {});
  private final AtomicInteger beats = new AtomicInteger();
  private final CountDownLatch hanging = new CountDownLatch(1);
  private volatile CountDownLatch settlements = new CountDownLatch(0);
  private volatile boolean settlementsBroken;
  private volatile boolean heartbeatsBroken;

  FaultyBroker(Broker real) {
    this.real = real;
  }

  void breakHeartbeats() {
    heartbeatsBroken = true;
  }

  void mendHeartbeats() {
    heartbeatsBroken = false;
  }

  void breakSettlements() {
    settlementsBroken = true;
  }

  void hangSettlements() {
    settlements = new CountDownLatch(1);
  }

  void mendSettlements() {
    settlementsBroken = false;
    settlements.countDown();
  }

  boolean settlementsHang() {
    return hanging.getCount() == 0;
  }

  /** What happens just before the next fetch is sent, on the thread that sends it. */
  void beforeNextFetch(Runnable act) {
    beforeFetch.set(act);
  }

  /** What happens once a wait for work has failed, on the thread that waited. */
  void afterFailedWait(Runnable act) {
    afterFailedWait.set(act);
  }

  int waits() {
    return waits.get();
  }

  int beats() {
    return beats.get();
  }

  int refusals() {
    return refusals.get();
  }

  @Override
  public Fetched fetch(String worker, List<String> queues, int want, Duration lease) {
    beforeFetch.getAndSet(() -> {}).run();
    return real.fetch(worker, queues, want, lease);
  }

  @Override
  public @Nullable Fetched awaitWork(
      String worker, List<String> queues, int want, Duration lease, Duration atMost) {
    waits.incrementAndGet();
    try {
      return real.awaitWork(worker, queues, want, lease, atMost);
    } catch (BrokerException e) {
      afterFailedWait.get().run();
      throw e;
    }
  }

  @Override
  public List<Delivery> recall(String worker, List<String> queues, Duration lease) {
    return real.recall(worker, queues, lease);
  }

  @Override
  public List<Settlement.Verdict> settle(String worker, List<Settlement> settlements) {
    hanging.countDown();
    try {
      this.settlements.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (settlementsBroken) {
      refusals.incrementAndGet();
      throw StubBroker.down();
    }
    return real.settle(worker, settlements);
  }

  @Override
  public void progress(String worker, List<Report> reports) {
    real.progress(worker, reports);
  }

  @Override
  public boolean mark(String worker, Lease lease, Delivery.Effect effect) {
    return real.mark(worker, lease, effect);
  }

  @Override
  public List<Beat> heartbeat(WorkerInfo worker, List<Lease> held, Duration lease) {
    if (heartbeatsBroken) {
      throw StubBroker.down();
    }
    beats.incrementAndGet();
    return real.heartbeat(worker, held, lease);
  }

  @Override
  public void deregister(String worker) {
    real.deregister(worker);
  }
}
