package dev.orders.cli;

import java.io.PrintWriter;

/** Prints bare ids, one a line, for {@code xargs}. */
final class IdPrinter<T> implements Printer<T> {

  private final View<T> view;
  private final PrintWriter out;
  private final boolean isStream;

  /**
   * @param isStream true when each line is to be seen at once
   */
  IdPrinter(View<T> view, PrintWriter out, boolean isStream) {
    this.view = view;
    this.out = out;
    this.isStream = isStream;
  }

  @Override
  public void print(T value) {
    view.ids(value).forEach(id -> out.print(id + "\n"));
    if (isStream) {
      out.flush();
    }
  }

  @Override
  public void close() {
    out.flush();
  }
}
