package dev.orders.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A client of {@code /events} that reads one event after the other, as it is asked to. */
final class Follower implements AutoCloseable {

  private final InputStream body;
  private final BufferedReader lines;

  /**
   * @param id what it was told, to go on behind it
   * @param name of the event; {@code message} when it has none
   */
  record News(String id, String name, JsonNode data) {

    String state() {
      return data.path("state").asString("");
    }
  }

  /** Follows a path; the headers are names and values in turn. */
  Follower(TestApi api, String path, String... headers) {
    HttpResponse<InputStream> response =
        api.send(api.request(path, headers).GET().build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode());
    }
    body = response.body();
    lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** The next event; null at the end of the stream. */
  News next() {
    String id = "";
    String name = "message";
    for (String line = read(); line != null; line = read()) {
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        return new News(id, name, TestApi.json(line.substring(6)));
      }
    }
    return null;
  }

  /** All events up to the first one of this kind, which is the last of them. */
  List<News> upTo(Predicate<News> last) {
    List<News> all = new ArrayList<>();
    for (News news = next(); news != null; news = next()) {
      all.add(news);
      if (last.test(news)) {
        return all;
      }
    }
    throw new AssertionError("the stream ended after " + all);
  }

  private String read() {
    try {
      return lines.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
