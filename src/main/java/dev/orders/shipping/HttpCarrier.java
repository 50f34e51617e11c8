package dev.orders.shipping;

import dev.orders.queue.Attempt;
import dev.orders.queue.AttemptAbandonedException;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.RetryLaterException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A carrier behind HTTP. A registration is one {@code POST {url}/shipments} with the shipment's key
 * as its {@code Idempotency-Key}; {@link HttpAnswer} judges what comes back. No connection, or no
 * complete answer in time, is tried again. Redirects are not followed, since the personal data in
 * the request is meant for this host only. Messages name the carrier by scheme, host and port.
 */
public final class HttpCarrier implements Carrier {

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

  private final CarrierUrl url;
  private final Optional<String> authorization;
  private final Duration patience;
  private final HttpAnswer answers;
  private final HttpClient client;

  /**
   * @param token sent as a bearer token (RFC 6750), in place of a user in the URL; null sends none
   * @param clock tells how far off the date of a {@code Retry-After} is
   * @throws IllegalArgumentException when the token could not stand in a header; the message does
   *     not repeat it
   */
  public HttpCarrier(CarrierUrl url, @Nullable String token, Timeouts timeouts, Clock clock) {
    this.url = url;
    this.authorization = token == null ? url.basicAuthorization() : Optional.of(bearer(token));
    this.patience = timeouts.answer();
    this.answers = new HttpAnswer(url, clock);
    this.client =
        HttpClient.newBuilder()
            .version(
                HttpClient.Version.HTTP_1_1) // some servers choke on a POST that offers an upgrade
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeouts.connect())
            .build();
  }

  /**
   * How long to wait, above zero.
   *
   * @param connect for the connection
   * @param answer for the complete answer, connecting included
   */
  public record Timeouts(Duration connect, Duration answer) {}

  private static String bearer(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "the carrier's token holds characters that no token may have");
    }
    return "Bearer " + token;
  }

  @Override
  public Registration register(Shipment shipment, Attempt attempt)
      throws PermanentFailureException,
          RetryLaterException,
          IOException,
          AttemptAbandonedException,
          InterruptedException {
    boolean isRepeated = attempt.delivery().number() > 1;
    attempt.log("carrier", url);
    HttpResponse<byte[]> answer = exchange(requestFor(shipment), attempt);
    attempt.log("http_status", answer.statusCode());
    return answers.read(answer, isRepeated);
  }

  private HttpRequest requestFor(Shipment shipment) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.shipments())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Idempotency-Key", shipment.key())
            .POST(BodyPublishers.ofByteArray(ShipmentJson.write(shipment)));
    authorization.ifPresent(value -> request.header("Authorization", value));
    return request.build();
  }

  private HttpResponse<byte[]> exchange(HttpRequest request, Attempt attempt)
      throws IOException, AttemptAbandonedException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(request, HttpAnswer::body);
    AtomicBoolean cancelled = new AtomicBoolean();
    attempt.onCancel(
        () -> {
          cancelled.set(true); // first, since the exchange ends as if its connection had broken
          exchange.cancel(true);
        });
    try {
      // HttpRequest.timeout ends with the headers: a body that stalls would hold the worker for
      // ever
      return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(failure("no complete answer within " + patience.toMillis() + " ms"), e);
    } catch (ExecutionException | CancellationException e) {
      if (cancelled.get()) {
        throw new AttemptAbandonedException("cancelled while waiting for the carrier at " + url);
      }
      throw new IOException(failure(ConnectionTrouble.reason(e)), e);
    } finally {
      exchange.cancel(true); // closes the connection after a timeout or an interrupt
    }
  }

  private String failure(String reason) {
    return "the carrier at " + url + " could not be asked: " + reason;
  }
}
