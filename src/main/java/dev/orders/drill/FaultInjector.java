package dev.orders.drill;

import dev.orders.queue.BrokerException;
import dev.orders.queue.Inspector;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** Carries out faults. Used by one thread. */
final class FaultInjector {

  private static final int LONGEST_OUTAGE_MS = 1_500;

  private final DrillSite site;
  private final CuttingProxy proxy;
  private final Crew crew;
  private final Inspector inspector;
  private final Halt halt;

  FaultInjector(DrillSite site, CuttingProxy proxy, Crew crew, Inspector inspector, Halt halt) {
    this.site = site;
    this.proxy = proxy;
    this.crew = crew;
    this.inspector = inspector;
    this.halt = halt;
  }

  /** Makes it happen; false when it cannot happen just now. */
  boolean carryOut(Fault fault) {
    switch (fault.kind()) {
      case KILL -> {
        return crew.kill(fault, atWork()::contains);
      }
      case PAUSE -> {
        return crew.pause(fault, atWork()::contains);
      }
      case REDIS_KILL -> site.restartRedis(Duration.ofMillis(fault.below(LONGEST_OUTAGE_MS)), halt);
      case CUT -> proxy.cut(fault);
      case SCRIPT_FLUSH -> site.forgetScripts();
    }
    return true;
  }

  /** Who has registered. */
  private Set<String> atWork() {
    try {
      return inspector.workers().stream()
          .map(worker -> nameOf(worker.id()))
          .collect(Collectors.toSet());
    } catch (BrokerException e) {
      return Set.of();
    }
  }

  /** A worker's name within its id, which is the name and six random digits. */
  static String nameOf(String workerId) {
    return workerId.replaceFirst("-[0-9a-f]{6}$", "");
  }
}
