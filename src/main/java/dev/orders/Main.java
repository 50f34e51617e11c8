package dev.orders;

import dev.orders.cli.OrdersCli;
import java.util.Locale;

/** The entry point, and the only place that ends the process. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code. What it tells the operator is English everywhere. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ENGLISH);
    int code = OrdersCli.run(args);
    if (OrdersCli.isShort(args)) {
      // Nothing is left to be done at an exit, and newer Javas load a logger to tell of it.
      Runtime.getRuntime().halt(code);
    }
    System.exit(code);
  }
}
