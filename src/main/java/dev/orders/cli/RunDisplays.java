package dev.orders.cli;

import dev.orders.app.Services;
import dev.orders.app.Target;
import dev.orders.app.Tracker;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses what a person sees of a run: each task of a few orders, or sums by queue of many. */
final class RunDisplays {

  /** Up to so many orders are shown task by task. */
  static final int FEW = 5;

  private RunDisplays() {}

  static RunDisplay of(
      OrdersCommand orders, Services services, Tracker tracker, List<Target> ids, Pace pace) {
    if (orders.options().quiet) {
      return RunDisplay.NONE;
    }
    PrintWriter err = orders.console().err();
    @Nullable Screen screen = orders.drawsOnErr() ? new Screen(err) : null;
    if (ids.size() > FEW) {
      return new QueueDisplay(tracker, ids.size(), pace, err, screen);
    }
    Ink ink = orders.options().errInk(orders.console());
    return new TaskDisplay(services.lookup(), services.messages(), ids, err, ink, screen);
  }
}
