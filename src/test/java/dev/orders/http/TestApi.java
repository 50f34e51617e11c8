package dev.orders.http;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import dev.orders.app.WorkerRun;
import dev.orders.app.WorkerTerms;
import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server on a free port, in a namespace of its own on a real Redis, and a client for it. */
final class TestApi implements AutoCloseable {

  static final String ORDER = read(Path.of("examples", "order.json"));
  private static final JsonMapper MAPPER = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Settings settings;
  private final Services services;
  private final HttpServer server;

  TestApi() {
    this(Map.of());
  }

  /** With these variables in its environment. */
  TestApi(Map<String, String> environment) {
    this(environment, Duration.ofSeconds(30));
  }

  /** On a port where another was before. */
  TestApi(Map<String, String> environment, int port) {
    this(environment, Duration.ofSeconds(30), port);
  }

  /**
   * @param patience with slow clients
   */
  TestApi(Map<String, String> environment, Duration patience) {
    this(environment, patience, 0);
  }

  private TestApi(Map<String, String> environment, Duration patience, int port) {
    Map<String, String> all = new TreeMap<>();
    all.put("ORDERS_REDIS_URL", TestRedis.url());
    all.put("ORDERS_NAMESPACE", TestRedis.namespace());
    all.put("ORDERS_LOCALE", "en");
    all.put("ORDERS_INVOICE_DIR", directory().toString());
    all.put("ORDERS_OUTBOX_DIR", directory().toString());
    all.putAll(environment);
    settings = new Settings(Variables.of(all, directory()));
    services = new Services(settings, Duration.ofSeconds(2));
    server =
        HttpServer.start(
            services, HttpTerms.of(settings, "127.0.0.1", port).withPatience(patience));
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target", "http")), "dir-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Settings settings() {
    return settings;
  }

  Services services() {
    return services;
  }

  HttpServer server() {
    return server;
  }

  /** A worker for these queues until the test ends. */
  void work(String... queues) {
    Services own = new Services(settings);
    WorkerRun worker = own.worker(new WorkerTerms(List.of(queues), 4, null, false));
    worker.start();
    opened.add(own);
    opened.add(worker);
  }

  URI uri(String path) {
    return URI.create(server.url() + path);
  }

  /**
   * @param headers names and values in turn
   */
  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  /** Sends JSON. */
  HttpResponse<String> post(String path, String body, String... headers) {
    HttpRequest.Builder request = request(path, headers);
    if (request.build().headers().firstValue("content-type").isEmpty()) {
      request.header("content-type", "application/json");
    }
    return send(request.POST(BodyPublishers.ofString(body)).build());
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return client.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Accepts the example order; answers its id. */
  long order() {
    return json(post("/orders", ORDER)).get("order_id").asLong();
  }

  /** A raw connection, for what no decent client would send. */
  Socket socket() throws IOException {
    URI uri = uri("/");
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  static JsonNode json(HttpResponse<String> response) {
    return MAPPER.readTree(response.body());
  }

  /** A text as JSON, which is a text of JavaScript, too. */
  static String quoted(String text) {
    return MAPPER.writeValueAsString(text);
  }

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    for (int i = opened.size() - 1; i >= 0; i--) {
      try {
        opened.get(i).close();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    server.close();
    services.close();
  }
}
