package dev.orders.cli;

/** A progress bar of fixed width. */
final class Bar {

  private static final int WIDTH = 24;

  private Bar() {}

  /** The bar for {@code done} of {@code total}; empty when there is nothing to do. */
  static String of(long done, long total) {
    int filled = total == 0 ? 0 : (int) (WIDTH * Math.min(done, total) / total);
    return "█".repeat(filled) + "░".repeat(WIDTH - filled);
  }
}
