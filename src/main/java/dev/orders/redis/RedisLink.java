package dev.orders.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The connections: one that all requests share, and one of its own for each who blocks. Opened when
 * first used. Lettuce reconnects by itself but never sends a command twice; sending again is ours
 * ({@link Requests}), because only we know what is safe to repeat.
 */
final class RedisLink implements AutoCloseable {

  private static final int REQUEST_QUEUE = 10_000;

  private final RedisURI uri;
  private final Duration connectTimeout;
  private final AtomicLong cuts = new AtomicLong();
  private @Nullable ClientResources resources;
  private @Nullable LeanClient client;
  private @Nullable StatefulRedisConnection<String, String> shared;

  RedisLink(RedisOptions options) {
    this.uri = RedisUris.parse(options.url(), options.password());
    this.connectTimeout = options.patience();
    this.uri.setTimeout(connectTimeout);
    this.uri.setClientName("orders");
  }

  /** Host and port as a person writes them, without user or password. */
  String address() {
    return RedisUris.address(uri);
  }

  /**
   * The connection that all requests share. Throws Lettuce's exception when it cannot be opened.
   */
  synchronized RedisAsyncCommands<String, String> shared() {
    if (shared == null) {
      shared = client().connect(StringCodec.UTF8);
      shared.addListener(new CutCounter());
    }
    return shared.async();
  }

  /** How often the shared connection has been cut: while that stays, it is the same connection. */
  long cuts() {
    return cuts.get();
  }

  /** A new connection for somebody who blocks on it; the caller closes it. */
  synchronized StatefulRedisConnection<String, String> dedicated() {
    return client().connect(StringCodec.UTF8);
  }

  /**
   * Waits for an answer as long as a request may take; the exception is the cause, not its wrapper.
   */
  static <T> T await(RedisFuture<T> future, Duration atMost) throws Exception {
    try {
      return future.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } finally {
      future.cancel(false);
    }
  }

  private LeanClient client() {
    if (client == null) {
      resources =
          ClientResources.builder()
              .ioThreadPoolSize(2)
              .computationThreadPoolSize(2)
              .reconnectDelay(
                  () ->
                      Delay.fullJitter(
                          Duration.ofMillis(50), Duration.ofSeconds(1), 50, TimeUnit.MILLISECONDS))
              .commandLatencyRecorder(CommandLatencyRecorder.disabled())
              .commandLatencyPublisherOptions(DefaultEventPublisherOptions.disabled())
              .build();
      client = new LeanClient(resources, uri);
      client.setOptions(clientOptions());
    }
    return client;
  }

  private final class CutCounter implements RedisConnectionStateListener {
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      cuts.incrementAndGet();
    }
  }

  private ClientOptions clientOptions() {
    return ClientOptions.builder()
        .protocolVersion(ProtocolVersion.RESP2)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(REQUEST_QUEUE)
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .timeoutOptions(TimeoutOptions.create())
        .socketOptions(
            SocketOptions.builder().connectTimeout(connectTimeout).keepAlive(true).build())
        .build();
  }

  /**
   * Closes connections first, then client and threads without a quiet period: an orderly exit takes
   * 15 ms.
   */
  @Override
  public synchronized void close() {
    if (client != null && resources != null) {
      if (shared != null) {
        shared.close();
      }
      CompletableFuture<?> closed = client.shutdownAsync(0, 1, TimeUnit.SECONDS);
      closed.join();
      resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
      client = null;
      resources = null;
      shared = null;
    }
  }
}
