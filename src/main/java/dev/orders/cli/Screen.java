package dev.orders.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * A block of lines at the bottom of a terminal that is drawn over and over. Lines are not wrapped
 * while it is drawn, so that each takes one row however narrow the terminal is.
 */
final class Screen {

  private static final String NO_WRAP = "\u001B[?7l";
  private static final String WRAP = "\u001B[?7h";
  private static final String CLEAR_TO_END = "\u001B[J";

  /** Of a line that is too long, each letter too many was written over the last column. */
  private static final String CLEAR_LAST_COLUMN = "\u001B[K";

  private final PrintWriter terminal;
  private int rows;

  Screen(PrintWriter terminal) {
    this.terminal = terminal;
  }

  /** Replaces the block; the lines must be safe. */
  void draw(List<String> lines) {
    StringBuilder block = new StringBuilder(NO_WRAP);
    if (rows > 0) {
      block.append("\u001B[").append(rows).append('A');
    }
    block.append('\r').append(CLEAR_TO_END);
    lines.forEach(line -> block.append(line).append(CLEAR_LAST_COLUMN).append('\n'));
    terminal.print(block.append(WRAP));
    terminal.flush();
    rows = lines.size();
  }
}
