package dev.orders.shipping;

import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.RetryLaterException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Judges a carrier's answer:
 *
 * <ul>
 *   <li>2xx with a tracking number: registered.
 *   <li>2xx without a usable one: tried again. The carrier has the shipment, and the same key
 *       brings its number as soon as the carrier, or whatever stands between, answers properly;
 *       giving up at once would lose the parcel's trace.
 *   <li>408, 429, 5xx: tried again, when {@code Retry-After} says so.
 *   <li>409 to a repeated request: tried again, since the first one under the same key may still be
 *       under way (so draft-ietf-httpapi-idempotency-key-header has it answer a concurrent
 *       request).
 *   <li>Anything else, a redirect too, is final.
 * </ul>
 *
 * <p>Messages repeat nothing of the answer but its status code: a carrier may quote the address it
 * was sent.
 */
final class HttpAnswer {

  private static final int CONFLICT = 409;

  private final CarrierUrl carrier;
  private final Clock clock;

  HttpAnswer(CarrierUrl carrier, Clock clock) {
    this.carrier = carrier;
    this.clock = clock;
  }

  /**
   * What is kept of a body: of a refusal nothing, since the status says it all and the body may
   * stall.
   */
  static BodySubscriber<byte[]> body(ResponseInfo head) {
    return new FirstBytes(isSuccess(head.statusCode()) ? ShipmentJson.MAX_ANSWER + 1 : 0);
  }

  /**
   * The registration, or the exception that says what follows from its absence.
   *
   * @param isRepeated true when the carrier may have been asked the same before
   */
  Registration read(HttpResponse<byte[]> response, boolean isRepeated)
      throws PermanentFailureException, RetryLaterException, IOException {
    int status = response.statusCode();
    if (isSuccess(status)) {
      return registrationIn(response);
    }
    boolean isPassing = isPassing(status) || (status == CONFLICT && isRepeated);
    if (!isPassing) {
      throw new PermanentFailureException(answered(status) + hint(status));
    }
    Optional<Duration> wait = retryAfter(response);
    if (wait.isPresent()) {
      throw new RetryLaterException(answered(status), wait.get());
    }
    throw new IOException(answered(status));
  }

  private static boolean isSuccess(int status) {
    return status / 100 == 2;
  }

  private static boolean isPassing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  private Registration registrationIn(HttpResponse<byte[]> response) throws IOException {
    try {
      return ShipmentJson.read(response.body());
    } catch (IllegalArgumentException e) {
      String problem = answered(response.statusCode()) + ", but not usably: " + e.getMessage();
      throw new IOException(problem, e);
    }
  }

  private Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .flatMap(value -> RetryAfter.parse(value, clock));
  }

  private String answered(int status) {
    return "the carrier at " + carrier + " answered " + status;
  }

  private static String hint(int status) {
    return switch (status) {
      case 401, 403 -> " (it wants other credentials)";
      case 301, 302, 303, 307, 308 -> " (redirects are not followed: set the URL it points to)";
      case 404, 405 -> " (is its URL right?)";
      default -> "";
    };
  }
}
