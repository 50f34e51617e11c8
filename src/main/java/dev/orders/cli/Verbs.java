package dev.orders.cli;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The verbs of {@code orders}, in the order of its help. To read what all of them take costs a
 * short command more than its work does, so when the verb is known only that one is read.
 */
final class Verbs {

  private static final List<Class<?>> ALL =
      List.of(
          RunCommand.class,
          RedisCommand.class,
          WorkerCommand.class,
          ServeCommand.class,
          SubmitCommand.class,
          ReconcileCommand.class,
          StatusCommand.class,
          ShowCommand.class,
          LogCommand.class,
          WaitCommand.class,
          TailCommand.class,
          QueuesCommand.class,
          WorkersCommand.class,
          InspectCommand.class,
          RetryCommand.class,
          CancelCommand.class,
          UpdateCommand.class,
          PauseCommand.class,
          ResumeCommand.class,
          AuditCommand.class,
          DrillCommand.class,
          BenchCommand.class,
          TrainCommand.class);

  private static final Set<Class<?>> LOGGING =
      Set.of(RunCommand.class, WorkerCommand.class, ServeCommand.class);

  private static final Set<Class<?>> SHORT =
      Set.of(
          SubmitCommand.class,
          StatusCommand.class,
          ShowCommand.class,
          LogCommand.class,
          WaitCommand.class,
          QueuesCommand.class,
          WorkersCommand.class,
          InspectCommand.class,
          RetryCommand.class,
          CancelCommand.class,
          UpdateCommand.class,
          PauseCommand.class,
          ResumeCommand.class);

  private static final Set<String> HELP = Set.of("-h", "--help", "-V", "--version");

  private Verbs() {}

  /** The verb that a command line begins with, or else all of them. */
  static List<Class<?>> of(String... arguments) {
    return arguments.length == 0
        ? ALL
        : named(arguments[0]).<List<Class<?>>>map(List::of).orElse(ALL);
  }

  /** True when the verb is known for writing no log. */
  static boolean isSilent(String... arguments) {
    List<Class<?>> verbs = of(arguments);
    return verbs.size() == 1 && !LOGGING.contains(verbs.get(0));
  }

  /** True when the verb is known for asking Redis a question or two. */
  static boolean isShort(String... arguments) {
    List<Class<?>> verbs = of(arguments);
    return verbs.size() == 1
        && SHORT.contains(verbs.get(0))
        && Collections.disjoint(HELP, List.of(arguments));
  }

  /** By convention {@code status} is {@code StatusCommand}. */
  private static Optional<Class<?>> named(String verb) {
    return ALL.stream().filter(type -> nameOf(type).equals(verb + "command")).findFirst();
  }

  private static String nameOf(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }
}
