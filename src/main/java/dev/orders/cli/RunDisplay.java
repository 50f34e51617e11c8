package dev.orders.cli;

/** What a person sees while a run goes on. */
interface RunDisplay {

  /** Shows how things stand now. */
  void show();

  /** Shows nothing. */
  RunDisplay NONE = () -> {};
}
