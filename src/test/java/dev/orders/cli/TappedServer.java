package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code orders serve} as a process, and somebody who reads all that it tells about the orders. */
final class TappedServer {

  private static final Pattern SERVING = Pattern.compile("Serving at (\\S+),");
  private static final List<String> PAGES =
      List.of(
          "/orders",
          "/orders/1",
          "/orders/1/timeline",
          "/tasks?queue=email",
          "/tasks/1-email",
          "/tasks/1-email/log",
          "/failures",
          "/queues",
          "/workers",
          "/history",
          "/metrics");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final OrdersProcess orders;
  private final Process process;
  private final String url;

  TappedServer(OrdersProcess orders) throws IOException {
    this.orders = orders;
    this.process = orders.start("serve", "--port", "0", "-vv", "--stacktrace");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> SERVING.matcher(orders.soFar(process, "err")).find());
    Matcher serving = SERVING.matcher(orders.soFar(process, "err"));
    assertThat(serving.find()).isTrue();
    url = serving.group(1);
  }

  int post(String path, String body, String token) throws IOException, InterruptedException {
    HttpRequest request =
        request(path, token)
            .header("content-type", "application/json")
            .header("idempotency-key", "k" + body.length())
            .POST(BodyPublishers.ofString(body))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  /** Follows the events from now on until the server ends; answers who does. */
  Thread follow(String token) throws IOException, InterruptedException {
    HttpResponse<Stream<String>> events =
        client.send(request("/events", token).GET().build(), BodyHandlers.ofLines());
    assertThat(events.statusCode()).isEqualTo(200);
    Thread follower = new Thread(() -> listen(events.body()), "follower");
    follower.start();
    return follower;
  }

  private void listen(Stream<String> events) {
    try (events) {
      events.forEach(heard::add);
    } catch (UncheckedIOException theServerHasEnded) {
      // whatever it said until then was heard
    }
  }

  /** Reads every page that this token opens. */
  void read(String token) throws IOException, InterruptedException {
    for (String page : PAGES) {
      HttpResponse<String> answer =
          client.send(request(page, token).GET().build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      heard.add(answer.body());
    }
  }

  private HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("authorization", "Bearer " + token);
  }

  /** Ends it; answers all that it has told and written. */
  String stop(Thread follower) throws IOException, InterruptedException {
    process.destroy();
    OrdersProcess.Finished finished = orders.await(process).exits(0);
    follower.join();
    return String.join("\n", heard) + finished.out() + finished.err();
  }
}
