package dev.orders.app;

/**
 * The composition root: makes the parts that a command needs, on first use, and closes them. A command that needs no
 * Redis never connects.
 */
public final class Services implements AutoCloseable {

  private final Settings settings;

  /** Nothing is made or connected yet. */
  public Services(Settings settings) {
    this.settings = settings;
  }

  /** What the parts are made after. */
  public Settings settings() {
    return settings;
  }

  @Override
  public void close() {}
}
