package dev.orders.invoice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Started as a process of its own: makes the Korean sample into the file that is named. */
final class FreshRendering {

  private FreshRendering() {}

  public static void main(String[] arguments) throws IOException {
    Files.write(Path.of(arguments[0]), Samples.bytes(Samples.korean()));
  }
}
