package dev.orders.drill;

import dev.orders.app.CheckReport;
import dev.orders.app.KeyConflict;
import dev.orders.app.OrderSources;
import dev.orders.app.Services;
import dev.orders.app.SubmitTerms;
import dev.orders.queue.BrokerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Submits the orders in lots, a file each, as {@code orders submit --idempotency-key} does: so much
 * ahead of the workers that they never run dry, and not all at once, so that trouble meets
 * submissions, too. A lot whose outcome is unknown is submitted again, until there is an answer.
 */
final class OrderFeeder implements Runnable {

  /** An order's e-mail, invoice, shipment and shipping notice. */
  static final int TASKS_AN_ORDER = 4;

  private static final int LOTS = 20;
  private static final int LARGEST_LOT = 50;
  private static final int LOTS_AHEAD = 4;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final Services services;
  private final Path folder;
  private final DrillTerms terms;
  private final Gauge gauge;
  private final Halt halt;
  private final OrderMaker maker;
  private final Set<Long> accepted = ConcurrentHashMap.newKeySet();

  /**
   * @param services what it submits with
   * @param folder the lots are written into {@code orders} in there
   * @param gauge how far the workers are
   */
  OrderFeeder(Services services, Path folder, DrillTerms terms, Gauge gauge, Halt halt) {
    this.services = services;
    this.folder = folder.resolve("orders");
    this.terms = terms;
    this.gauge = gauge;
    this.halt = halt;
    this.maker = new OrderMaker(terms.seed());
  }

  /** The orders that were accepted so far, by id. */
  Set<Long> accepted() {
    return accepted;
  }

  @Override
  public void run() {
    int lot = Math.max(1, Math.min(LARGEST_LOT, terms.orders() / LOTS));
    for (int made = 0; made < terms.orders() && !halt.isCalled(); made += lot) {
      Path file = write(made / lot + 1, Math.min(lot, terms.orders() - made));
      awaitRoom(made, lot);
      submit(file);
    }
  }

  private Path write(int number, int size) {
    try {
      Files.createDirectories(folder);
      List<String> lines = Stream.generate(maker::next).limit(size).toList();
      return Files.write(folder.resolve("lot-" + number + ".ndjson"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitRoom(int submitted, int lot) {
    long most = (long) LOTS_AHEAD * lot * TASKS_AN_ORDER;
    while ((long) submitted * TASKS_AN_ORDER - gauge.done() > most) {
      if (halt.await(BETWEEN_LOOKS)) {
        return;
      }
    }
  }

  private void submit(Path file) {
    while (!halt.isCalled()) {
      try {
        send(file);
        return;
      } catch (BrokerException e) {
        // Nobody knows what was accepted of it: the keys make a second try harmless.
        halt.await(BETWEEN_TRIES);
      }
    }
  }

  private void send(Path file) {
    String name = file.getFileName().toString();
    SubmitTerms keyed = new SubmitTerms(false, name.substring(0, name.indexOf('.')), Duration.ZERO);
    try (OrderSources sources =
        OrderSources.open(List.of(name), folder, InputStream.nullInputStream())) {
      CheckReport report = services.submitter().check(sources, keyed);
      List<KeyConflict> conflicts =
          services
              .submitter()
              .send(sources, report, keyed, receipt -> accepted.add(receipt.orderId()));
      if (!conflicts.isEmpty()) {
        throw new IllegalStateException(conflicts.get(0).toString());
      }
    }
  }
}
