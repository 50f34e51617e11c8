package dev.orders.drill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orders.queue.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A carrier on this machine that keeps books, as a real one does: a shipment that is registered
 * again under the same {@code Idempotency-Key} gets its first tracking number and is no second
 * parcel. Every registration is appended to {@code shipments.log}. Thread-safe.
 */
final class DrillCarrier implements AutoCloseable {

  private static final int BACKLOG = 200;

  private final HttpServer server;
  private final ExecutorService threads;
  private final Path log;
  private final Map<String, String> numbers = new LinkedHashMap<>();
  private final Map<Long, Set<String>> parcels = new LinkedHashMap<>();
  private long registrations;

  private DrillCarrier(HttpServer server, ExecutorService threads, Path log) {
    this.server = server;
    this.threads = threads;
    this.log = log;
  }

  /**
   * Opens on a free port.
   *
   * @param folder for its log
   */
  static DrillCarrier open(Path folder) {
    // Without it, each answer on a kept connection waits 40 ms for the client's TCP.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), BACKLOG);
      ExecutorService threads = Executors.newCachedThreadPool();
      DrillCarrier carrier = new DrillCarrier(server, threads, folder.resolve("shipments.log"));
      server.createContext("/shipments", carrier::register);
      server.setExecutor(threads);
      server.start();
      return carrier;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void register(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      byte[] answer =
          ("{\"tracking_number\":\"" + number(key) + "\"}").getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private synchronized String number(String key) throws IOException {
    registrations++;
    String known = numbers.get(key);
    String number = known == null ? "TRK%08d".formatted(numbers.size() + 1) : known;
    Files.writeString(
        log,
        key + " " + number + (known == null ? "" : " again") + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    if (known == null) {
      numbers.put(key, number);
      orderOf(key)
          .ifPresent(order -> parcels.computeIfAbsent(order, any -> new HashSet<>()).add(number));
    }
    return number;
  }

  /** Keys are effect names: a task's id, a dot and a hash. */
  private static Optional<Long> orderOf(String key) {
    return TaskId.parse(key.substring(0, Math.max(0, key.indexOf('.')))).map(TaskId::orderId);
  }

  /** Whether it gave this number to a parcel of this order. */
  synchronized boolean knows(long order, String trackingNumber) {
    return parcels.getOrDefault(order, Set.of()).contains(trackingNumber);
  }

  /** Parcels beyond the first of an order. */
  synchronized long doubled() {
    return parcels.values().stream().mapToLong(numbersOfOne -> numbersOfOne.size() - 1L).sum();
  }

  /** Registrations that were recognized as repeated. */
  synchronized long repeated() {
    return registrations - numbers.size();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
