package dev.orders.cli;

import java.io.PrintWriter;

/** Prints bare ids, one a line, for {@code xargs}. */
final class IdPrinter<T> implements Printer<T> {

  private final View<T> view;
  private final PrintWriter out;

  IdPrinter(View<T> view, PrintWriter out) {
    this.view = view;
    this.out = out;
  }

  @Override
  public void print(T value) {
    view.ids(value).forEach(id -> out.print(id + "\n"));
  }

  @Override
  public void close() {
    out.flush();
  }
}
