package dev.orders;

import dev.orders.cli.OrdersCli;

/** The entry point, and the only place that ends the process. */
public final class Main {

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(OrdersCli.run(args));
  }
}
