package dev.orders.bench;

import dev.orders.app.Services;
import java.nio.file.Path;

/** One thing to measure, again and again. */
interface Course {

  /** Measures once, in a namespace that is empty. */
  Sample run(Ground ground);

  /**
   * Where it is measured.
   *
   * @param services what works there, its adapters local
   * @param folder scratch, and shared by all repetitions
   * @param orders how many orders to take
   */
  record Ground(Services services, Path folder, int orders) {}
}
