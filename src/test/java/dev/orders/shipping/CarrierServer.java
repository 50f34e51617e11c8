package dev.orders.shipping;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A carrier's HTTP server that remembers its requests and answers as a test wants. */
final class CarrierServer implements AutoCloseable {

  /** One request as it came in. */
  record Request(String method, String target, Headers headers, String body) {}

  final List<Request> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile HttpHandler answer = exchange -> send(exchange, 500, "");

  CarrierServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Host and port. */
  String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  void answers(int status, String body) {
    answer = exchange -> send(exchange, status, body);
  }

  void answersWithHeader(int status, String name, String value) {
    answer =
        exchange -> {
          exchange.getResponseHeaders().set(name, value);
          send(exchange, status, "");
        };
  }

  /** Sends less than it promised and hangs up. */
  void breaksOffAfter(String beginning) {
    answer = exchange -> promise(exchange, 200, beginning);
  }

  /** Sends the beginning of a body, then nothing, until the test is over. */
  void stallsAfter(int status, String beginning) {
    answer =
        exchange -> {
          promise(exchange, status, beginning);
          waitForTheEnd();
        };
  }

  /** Takes the request and sends nothing at all. */
  void stalls() {
    answer = exchange -> waitForTheEnd();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body));
      answer.handle(exchange);
    }
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static void promise(HttpExchange exchange, int status, String beginning)
      throws IOException {
    byte[] bytes = beginning.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length + 1_000L);
    OutputStream body = exchange.getResponseBody();
    body.write(bytes);
    body.flush();
  }

  private void waitForTheEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
