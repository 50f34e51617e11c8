package dev.orders.shipping;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Takes the beginning of a response's body and hangs up on the rest, so that no server can fill the
 * memory. A longer body counts as ended there.
 */
final class FirstBytes implements BodySubscriber<byte[]> {

  private final int limit;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private @Nullable Subscription source;

  /**
   * @param limit how many bytes to take at most; with 0 it waits for none
   */
  FirstBytes(int limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    source = subscription;
    goOn(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    buffers.forEach(this::take);
    if (source != null) {
      goOn(source);
    }
  }

  private void take(ByteBuffer buffer) {
    byte[] bytes = new byte[Math.min(buffer.remaining(), limit - taken.size())];
    buffer.get(bytes);
    taken.writeBytes(bytes);
  }

  private void goOn(Subscription subscription) {
    if (taken.size() < limit) {
      subscription.request(1);
    } else {
      subscription.cancel();
      onComplete();
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(taken.toByteArray());
  }
}
