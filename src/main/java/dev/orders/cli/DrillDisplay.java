package dev.orders.cli;

import dev.orders.drill.DrillProgress;
import dev.orders.drill.DrillWatcher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how a drill goes: bars on a terminal, elsewhere a line at times. */
final class DrillDisplay implements DrillWatcher {

  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final OrdersCommand orders;
  private final long seed;
  private final @Nullable Screen screen;
  private long nextLine = System.nanoTime();

  DrillDisplay(OrdersCommand orders, long seed) {
    this.orders = orders;
    this.seed = seed;
    this.screen =
        orders.drawsOnErr() && !orders.options().quiet ? new Screen(orders.console().err()) : null;
  }

  @Override
  public void begins(Path scratch) {
    orders.talk().say("Drill with --seed %d in %s. Ctrl-C ends it.", seed, scratch);
  }

  @Override
  public void goesOn(DrillProgress progress) {
    if (screen != null) {
      screen.draw(
          List.of(
              bar("orders", progress.orders(), progress.ordersInAll()),
              bar("tasks", progress.tasks(), progress.tasksInAll()),
              bar("faults", progress.faults(), progress.faultsInAll())));
    } else if (System.nanoTime() - nextLine >= 0) {
      nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
      orders
          .talk()
          .say(
              "%,d of %,d tasks, %,d of %,d faults",
              progress.tasks(), progress.tasksInAll(), progress.faults(), progress.faultsInAll());
    }
  }

  private static String bar(String what, long done, long inAll) {
    return Columns.pad(what, 8) + Bar.of(done, inAll) + " %,d/%,d".formatted(done, inAll);
  }
}
