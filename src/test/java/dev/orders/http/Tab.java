package dev.orders.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * A page in a browser, used as a person would: looked at, clicked, typed into. Nothing is shared
 * with other tabs. Closing it fails the test when the page made a mistake on the way.
 */
final class Tab implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final Set<String> KEYS_WITH_TEXT = Set.of("Enter", " ");

  private final DevTools tools;
  private final String context;
  private final String session;
  private final List<String> mistakes = Collections.synchronizedList(new ArrayList<>());
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private volatile String password = "";

  private Tab(DevTools tools) {
    this.tools = tools;
    context =
        tools
            .call(null, "Target.createBrowserContext", Map.of())
            .get("browserContextId")
            .asString();
    Map<String, String> blank = Map.of("url", "about:blank", "browserContextId", context);
    String target = tools.call(null, "Target.createTarget", blank).get("targetId").asString();
    session =
        tools
            .call(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asString();
    tools.listen(this::note);
    call("Page.enable", Map.of());
    call("Runtime.enable", Map.of());
    call("Log.enable", Map.of());
    size(1280, 900);
  }

  static Tab open() {
    return new Tab(Chromium.shared());
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    return tools.call(session, method, parameters);
  }

  private void note(JsonNode event) {
    if (!session.equals(event.path("sessionId").asString(""))) {
      return;
    }
    switch (event.get("method").asString()) {
      case "Runtime.exceptionThrown" -> mistakes.add(event.get("params").toString());
      case "Log.entryAdded" -> noteLog(event.at("/params/entry"));
      case "Fetch.authRequired", "Fetch.requestPaused" -> answer(event);
      default -> {}
    }
  }

  /** What the network says is no mistake of the page. */
  private void noteLog(JsonNode entry) {
    boolean isNetwork = entry.get("source").asString().equals("network");
    if (entry.get("level").asString().equals("error") && !isNetwork) {
      mistakes.add(entry.toString());
    }
  }

  /** Lets the page's timers run so many times as fast, from the next visit on. */
  void hurry(int times) {
    String script =
        "{ const timer = window.setTimeout;"
            + " window.setTimeout = (work, pause, ...rest) => timer(work, pause / %d, ...rest); }"
                .formatted(times);
    call("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
  }

  /** Lets a person type this password when the browser asks for one, but not twice in a row. */
  void knowPassword(String known) {
    password = known;
    call("Fetch.enable", Map.of("handleAuthRequests", true));
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A page that has gone wants no answer.
  private void answer(JsonNode event) {
    String request = event.at("/params/requestId").asString();
    if (event.get("method").asString().equals("Fetch.requestPaused")) {
      tools.send(session, "Fetch.continueRequest", Map.of("requestId", request));
      return;
    }
    Map<String, String> credentials =
        asked.add(request)
            ? Map.of("response", "ProvideCredentials", "username", "me", "password", password)
            : Map.of("response", "CancelAuth");
    tools.send(
        session,
        "Fetch.continueWithAuth",
        Map.of("requestId", request, "authChallengeResponse", credentials));
  }

  void size(int width, int height) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void dark(boolean isDark) {
    Map<String, String> scheme =
        Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
  }

  /** Goes to an address, and waits until something is there. */
  void visit(Object address, String selector) {
    call("Page.navigate", Map.of("url", address.toString()));
    await(selector);
  }

  /** What an expression is, in the page. */
  JsonNode ask(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.get("result").path("value");
  }

  /** What is written in the first element that fits; empty when there is none. */
  String text(String selector) {
    return ask("document.querySelector(%s)?.innerText ?? ''".formatted(quoted(selector)))
        .asString();
  }

  int count(String selector) {
    return ask("document.querySelectorAll(%s).length".formatted(quoted(selector))).asInt();
  }

  /** Waits for an element. */
  void await(String selector) {
    awaitTrue("!!document.querySelector(%s)".formatted(quoted(selector)));
  }

  /** Waits for a text in an element. */
  void await(String selector, String text) {
    awaitTrue(
        "(document.querySelector(%s)?.innerText ?? '').includes(%s)"
            .formatted(quoted(selector), quoted(text)));
  }

  void awaitTrue(String expression) {
    Awaitility.await(expression)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> ask(expression).asBoolean(false));
  }

  /** Clicks with the mouse into the middle of an element, once it has stopped moving. */
  void click(String selector) {
    await(selector);
    String middle =
        """
        (() => {
          const element = document.querySelector(%s);
          element.scrollIntoView({ block: "center", behavior: "instant" });
          const box = element.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        })()
        """
            .formatted(quoted(selector));
    AtomicReference<JsonNode> last = new AtomicReference<>(ask(middle));
    JsonNode place =
        Awaitility.await(selector + " stands still")
            .atMost(PATIENCE)
            .until(() -> ask(middle), now -> now.equals(last.getAndSet(now)));
    for (String type : new String[] {"mousePressed", "mouseReleased"}) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              place.get("x"),
              "y",
              place.get("y"),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Presses a key, such as {@code Tab} or {@code Enter}. */
  void press(String key) {
    int code =
        switch (key) {
          case "Tab" -> 9;
          case "Enter" -> 13;
          case "Escape" -> 27;
          default -> key.charAt(0);
        };
    String text = key.equals("Enter") ? "\r" : key;
    boolean hasText = KEYS_WITH_TEXT.contains(key) || key.length() == 1;
    Map<String, Object> down =
        Map.of(
            "type",
            hasText ? "keyDown" : "rawKeyDown",
            "key",
            key,
            "windowsVirtualKeyCode",
            code,
            "text",
            hasText ? text : "");
    call("Input.dispatchKeyEvent", down);
    call(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code));
  }

  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** What axe finds serious or critical, on the page as it is now. */
  List<String> barriers() {
    if (!ask("'axe' in window").asBoolean()) {
      ask(Axe.SCRIPT + "; true");
    }
    JsonNode found =
        ask(
            """
            axe.run({ iframes: false, resultTypes: ["violations"] }).then(({ violations }) =>
              violations.filter(({ impact }) => impact === "serious" || impact === "critical")
                .map(({ id, nodes }) => `${id}: ${nodes[0].target} ${nodes[0].failureSummary}`))
            """);
    return found.valueStream().map(JsonNode::asString).toList();
  }

  /** A picture of what is seen, as a PNG. */
  byte[] picture() {
    return Base64.getDecoder()
        .decode(call("Page.captureScreenshot", Map.of("format", "png")).get("data").asString());
  }

  private static String quoted(String text) {
    return TestApi.quoted(text);
  }

  @Override
  public void close() {
    tools.call(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
    assertThat(mistakes).as("mistakes of the page").isEmpty();
  }

  private static final class Axe {
    static final String SCRIPT = read();

    private static String read() {
      try (var in = Axe.class.getResourceAsStream("/axe.min.js")) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
