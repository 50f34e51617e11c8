package dev.orders.drill;

import java.nio.file.Path;

/** Whoever wants to see how a drill goes. */
public interface DrillWatcher {

  /** It begins, and keeps everything in this folder. */
  void begins(Path scratch);

  /** It goes on; told some ten times a second. */
  void goesOn(DrillProgress progress);
}
