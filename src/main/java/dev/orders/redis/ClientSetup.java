package dev.orders.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.MaintNotificationsConfig;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.event.DefaultEventPublisherOptions;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.Slf4JLoggerFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How Lettuce is to behave. It reconnects by itself but never sends a command twice; sending again
 * is ours ({@link Requests}), because only we know what is safe to repeat.
 */
final class ClientSetup {

  private static final int REQUEST_QUEUE = 10_000;

  private ClientSetup() {}

  /**
   * Its threads, and the watchdogs of its connections.
   *
   * @param patience how long an answer may take
   */
  static ClientResources resources(Duration patience) {
    keepNettyQuiet();
    // Less than patience, and yet a WAIT that lasts as long as patience is not taken for silence.
    // Twice that and a reconnection are 9 s of the 15 in which a black hole is to be noticed.
    Duration silence = patience.multipliedBy(4).dividedBy(5);
    return ClientResources.builder()
        .ioThreadPoolSize(2)
        .computationThreadPoolSize(2)
        .reconnectDelay(
            () ->
                Delay.fullJitter(
                    Duration.ofMillis(50), Duration.ofSeconds(1), 50, TimeUnit.MILLISECONDS))
        .commandLatencyRecorder(CommandLatencyRecorder.disabled())
        .commandLatencyPublisherOptions(DefaultEventPublisherOptions.disabled())
        .nettyCustomizer(PingWatchdog.onEach(silence))
        .build();
  }

  /**
   * Left to itself, Netty takes no slf4j that is silent, tries others first, and then has
   * java.util.logging talk to stderr.
   */
  static void keepNettyQuiet() {
    InternalLoggerFactory.setDefaultFactory(Slf4JLoggerFactory.INSTANCE);
  }

  /** Its connections. */
  static ClientOptions options(RedisAccess access, Duration connectTimeout) {
    return ClientOptions.builder()
        .sslOptions(tls(access))
        .protocolVersion(ProtocolVersion.RESP2)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(REQUEST_QUEUE)
        .maintNotificationsConfig(MaintNotificationsConfig.disabled())
        .timeoutOptions(TimeoutOptions.create())
        .socketOptions(
            SocketOptions.builder().connectTimeout(connectTimeout).keepAlive(true).build())
        .build();
  }

  /** The server's certificate and name are checked, unless the URL says otherwise. */
  private static SslOptions tls(RedisAccess access) {
    SslOptions.Builder tls = SslOptions.builder().jdkSslProvider();
    if (access.caFile() != null) {
      tls.trustManager(access.caFile().toFile());
    }
    if (access.certificateFile() != null && access.keyFile() != null) {
      tls.keyManager(access.certificateFile().toFile(), access.keyFile().toFile(), null);
    }
    return tls.build();
  }
}
