package dev.orders.cli;

import dev.orders.app.Operator;
import picocli.CommandLine.Command;

/** {@code orders resume}. */
@Command(name = "resume", description = "Let deliveries from a paused queue go on.")
final class ResumeCommand extends QueueSwitch {

  @Override
  void turn(Operator operator, String queue) {
    operator.resume(queue);
  }
}
