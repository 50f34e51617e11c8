package dev.orders.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the Chrome DevTools Protocol: commands with their answers, and events. Thread-safe. */
final class DevTools implements WebSocket.Listener {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final int PATIENCE_SECONDS = 60;

  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  private DevTools() {}

  static DevTools connect(URI address) {
    DevTools tools = new DevTools();
    tools.socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, tools).join();
    return tools;
  }

  /** Calls with every event, which has {@code sessionId}, {@code method} and {@code params}. */
  void listen(Consumer<JsonNode> listener) {
    listeners.add(listener);
  }

  /**
   * Has something done.
   *
   * @param session whose tab; null for the browser
   */
  JsonNode call(String session, String method, Map<String, ?> parameters) {
    try {
      JsonNode answer = send(session, method, parameters).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer.has("error")) {
        throw new AssertionError(method + ": " + answer.get("error"));
      }
      return answer.get("result");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(method + " was not answered", e);
    }
  }

  /** As {@link #call}, for listeners, which must not wait. */
  CompletableFuture<JsonNode> send(String session, String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    Map<String, Object> message = new TreeMap<>();
    message.put("id", id);
    message.put("method", method);
    message.put("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    synchronized (this) {
      socket.sendText(MAPPER.writeValueAsString(message), true).join();
    }
    return answer;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
    text.append(part);
    if (isLast) {
      JsonNode message = MAPPER.readTree(text.toString());
      text.setLength(0);
      if (message.has("id")) {
        waiting.remove(message.get("id").asInt()).complete(message);
      } else {
        listeners.forEach(listener -> listener.accept(message));
      }
    }
    from.request(1);
    return null;
  }
}
