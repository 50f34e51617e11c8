package dev.orders.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The inputs of one command, opened all at once, so that every missing file is told before anything
 * is done.
 */
public final class OrderSources implements Iterable<OrderSource>, AutoCloseable {

  private final List<OrderSource> sources = new ArrayList<>();

  private OrderSources() {}

  /**
   * Opens inputs.
   *
   * @param names files, relative to the directory; {@code -} is standard input
   * @throws ProblemException (INPUT) that names every input which cannot be read
   */
  public static OrderSources open(List<String> names, Path directory, InputStream standardInput) {
    OrderSources opened = new OrderSources();
    List<String> unreadable = new ArrayList<>();
    for (String name : names) {
      try {
        opened.sources.add(
            name.equals("-")
                ? OrderSource.stream(standardInput, "<stdin>")
                : file(name, directory));
      } catch (IOException | InvalidPathException e) {
        unreadable.add("cannot read %s (%s).".formatted(name, reason(e)));
      }
    }
    if (!unreadable.isEmpty()) {
      opened.close();
      throw new ProblemException(ProblemException.Reason.INPUT, String.join("\n", unreadable));
    }
    return opened;
  }

  private static OrderSource file(String name, Path directory) throws IOException {
    return OrderSource.file(directory.resolve(name), name);
  }

  private static String reason(Exception e) {
    if (e instanceof NoSuchFileException) {
      return "no such file";
    }
    if (e instanceof InvalidPathException) {
      return "this locale has no such characters; set LC_ALL=C.UTF-8";
    }
    return e instanceof AccessDeniedException
        ? "permission denied"
        : String.valueOf(e.getMessage());
  }

  int size() {
    return sources.size();
  }

  @Override
  public Iterator<OrderSource> iterator() {
    return sources.iterator();
  }

  @Override
  public void close() {
    try {
      for (OrderSource source : sources) {
        source.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
