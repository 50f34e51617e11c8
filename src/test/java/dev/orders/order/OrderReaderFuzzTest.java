package dev.orders.order;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Throws at the reader what the fuzzer has found worth keeping, and the same again, mangled: a few
 * seconds of {@code scripts/fuzz}, the same in each run.
 */
class OrderReaderFuzzTest {

  private static final int MANGLED = 5_000;
  private static final int MOST_CHANGES = 4;
  private static final List<byte[]> CORPUS = corpus();

  private final SplittableRandom random = new SplittableRandom(20261125);

  /** One input a line, in Base64. */
  private static List<byte[]> corpus() {
    try (InputStream in = OrderReaderFuzzTest.class.getResourceAsStream("corpus.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().map(Base64.getDecoder()::decode).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void should_hold_for_every_input_that_the_fuzzer_kept() {
    CORPUS.forEach(OrderReaderFuzzTest::hold);
  }

  @Test
  void should_hold_for_what_comes_of_them_by_mangling() {
    for (int i = 0; i < MANGLED; i++) {
      byte[] input = any();
      for (int changes = random.nextInt(MOST_CHANGES); changes >= 0; changes--) {
        input = mangled(input);
      }
      hold(input);
    }
  }

  private static void hold(byte[] input) {
    try {
      OrderReaderFuzz.fuzzerTestOneInput(input);
    } catch (RuntimeException | Error e) {
      throw new AssertionError("found by " + Base64.getEncoder().encodeToString(input), e);
    }
  }

  private byte[] any() {
    return CORPUS.get(random.nextInt(CORPUS.size()));
  }

  /** Cuts a piece out, or puts there some other byte, or a piece of another input. */
  private byte[] mangled(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(1 + random.nextInt(1 + input.length)));
    byte[] piece =
        switch (random.nextInt(4)) {
          case 0 -> new byte[0];
          case 1 -> new byte[] {(byte) random.nextInt()};
          default -> pieceOf(any());
        };
    ByteArrayOutputStream mangled = new ByteArrayOutputStream();
    mangled.write(input, 0, from);
    mangled.write(piece, 0, piece.length);
    mangled.write(input, to, input.length - to);
    return mangled.toByteArray();
  }

  private byte[] pieceOf(byte[] other) {
    int from = random.nextInt(other.length + 1);
    int to = from + random.nextInt(other.length - from + 1);
    return Arrays.copyOfRange(other, from, to);
  }
}
