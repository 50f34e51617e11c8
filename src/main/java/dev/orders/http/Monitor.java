package dev.orders.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /monitor}: one page, which shows what the API says. Its files lie under a name that
 * changes with them, so that browsers may keep them for good and a new version is never mixed with
 * an old one.
 */
final class Monitor {

  static final List<String> FILES =
      List.of(
          "access.js",
          "api.js",
          "base.css",
          "connection.js",
          "day.js",
          "dialog.js",
          "dom.js",
          "events.js",
          "failures.js",
          "feed.js",
          "format.js",
          "history.js",
          "icon.svg",
          "log.js",
          "main.js",
          "memory.js",
          "notices.js",
          "order.js",
          "orders.js",
          "overview.js",
          "parts.css",
          "parts.js",
          "plot.js",
          "previews.js",
          "queues.js",
          "router.js",
          "running.js",
          "search.js",
          "shell.css",
          "shell.js",
          "spark.js",
          "task.js",
          "tasks.js",
          "texts.js",
          "timeline.js",
          "trends.js",
          "views.css",
          "workers.js");

  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final Map<String, Answer> files = new TreeMap<>();
  private final String version;
  private final BuiltIn page;

  Monitor() {
    Map<String, byte[]> contents = new TreeMap<>();
    FILES.forEach(name -> contents.put(name, BuiltIn.bytes("monitor/" + name)));
    MonitorTexts.all().forEach((name, text) -> contents.put(name, text));
    contents.forEach((name, content) -> files.put(name, lasting(name, content)));
    version = BuiltIn.digest(contents.values().toArray(byte[][]::new));
    String html = BuiltIn.text("monitor/monitor.html").replace("{version}", version);
    page = new BuiltIn(Media.HTML, html.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer lasting(String name, byte[] content) {
    return Answer.of(200, media(name), content).with("cache-control", FOREVER);
  }

  private static Media media(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "js" -> Media.SCRIPT;
      case "css" -> Media.STYLE;
      case "svg" -> Media.IMAGE;
      case "json" -> Media.JSON;
      default -> throw new IllegalArgumentException(name);
    };
  }

  Answer page(Request request) {
    return page.answer(request);
  }

  /** One of its files; only of the version that is served here. */
  Answer file(Request request) {
    Answer file = files.get(request.variable("file"));
    if (file == null || !version.equals(request.variable("version"))) {
      throw new HttpProblem(
          HttpResponseStatus.NOT_FOUND, "this version of the monitor has no such file");
    }
    return file;
  }
}
