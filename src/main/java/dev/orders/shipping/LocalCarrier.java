package dev.orders.shipping;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * A carrier that needs nothing: it makes tracking numbers out of the shipments' keys, so that the
 * same shipment always gets the same number without anything being kept. It can be slow and fail on
 * purpose, to rehearse trouble.
 */
public final class LocalCarrier implements Carrier {

  private static final int LEAD_DAYS = 3;
  private static final int NUMBER_BYTES = 8;

  private final Trouble trouble;
  private final RandomGenerator random;
  private final ZoneId zone;

  /**
   * @param trouble how slow and how unreliable it is
   * @param random decides which registrations fail; must be thread-safe, as {@link
   *     java.util.Random} is
   * @param zone whose calendar the estimated deliveries are in
   */
  public LocalCarrier(Trouble trouble, RandomGenerator random, ZoneId zone) {
    this.trouble = trouble;
    this.random = random;
    this.zone = zone;
  }

  /**
   * What goes wrong on purpose.
   *
   * @param failureRate the share of registrations that fail, 0 to 1
   * @param delay how long each registration takes; not negative
   */
  public record Trouble(double failureRate, Duration delay) {

    /** Quick and reliable. */
    public static final Trouble NONE = new Trouble(0, Duration.ZERO);

    /** Refuses a rate outside 0 to 1 and a negative delay. */
    public Trouble {
      boolean isShare = failureRate >= 0 && failureRate <= 1;
      if (!isShare) {
        throw new IllegalArgumentException("a failure rate is between 0 and 1, not " + failureRate);
      }
      if (delay.isNegative()) {
        throw new IllegalArgumentException("a carrier's delay cannot be negative: " + delay);
      }
    }
  }

  @Override
  public Registration register(Shipment shipment, Attempt attempt)
      throws IOException, AttemptAbandonedException, InterruptedException {
    takeTime(attempt);
    boolean fails = random.nextDouble() < trouble.failureRate();
    if (fails) {
      throw new IOException(
          "the local carrier failed, as it does in a share of " + trouble.failureRate());
    }
    LocalDate ordered = LocalDate.ofInstant(shipment.orderedAt(), zone);
    return new Registration(numberFor(shipment.key()), ordered.plusDays(LEAD_DAYS));
  }

  private void takeTime(Attempt attempt) throws AttemptAbandonedException, InterruptedException {
    if (trouble.delay().isZero()) {
      return;
    }
    CountDownLatch cancelled = new CountDownLatch(1);
    attempt.onCancel(cancelled::countDown);
    if (cancelled.await(trouble.delay().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AttemptAbandonedException("cancelled while the local carrier took its time");
    }
  }

  private static String numberFor(String key) {
    byte[] digest = sha256().digest(key.getBytes(StandardCharsets.UTF_8));
    return "TRK" + HexFormat.of().withUpperCase().formatHex(digest, 0, NUMBER_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
