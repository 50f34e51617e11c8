package dev.orders.cli;

import dev.orders.app.Operator;
import picocli.CommandLine.Command;

/** {@code orders pause}. */
@Command(
    name = "pause",
    description = "Stop deliveries from a queue. What runs goes on; what comes waits.")
final class PauseCommand extends QueueSwitch {

  @Override
  void turn(Operator operator, String queue) {
    operator.pause(queue);
  }
}
