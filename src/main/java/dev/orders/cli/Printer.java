package dev.orders.cli;

/**
 * Prints things one after the other, in bounded memory however many they are. Closing it ends the
 * document.
 *
 * @param <T> the thing
 */
interface Printer<T> extends AutoCloseable {

  /** Prints one thing. */
  void print(T value);

  /** Prints what is held back, ends the document and flushes; standard output stays open. */
  @Override
  void close();
}
