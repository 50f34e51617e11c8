package dev.orders.drill;

import dev.orders.app.ProblemException;
import dev.orders.app.ScratchFolder;
import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import dev.orders.queue.BrokerException;
import dev.orders.redis.BundledServer;
import dev.orders.redis.BundledServerException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a drill takes place: a scratch folder, and a Redis server of its own in it or else a
 * scratch namespace on the one that was given. Only the server of its own is ever killed.
 */
final class DrillSite implements AutoCloseable {

  /** Short, so that what a dead worker held is soon taken up by another. */
  static final Duration LEASE = Duration.ofSeconds(3);

  private static final int TRIES_TO_RESTART = 50;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

  private final Path folder;
  private final Map<String, String> redis;
  private final String namespace;
  private @Nullable BundledServer server;
  private boolean isDone;

  private DrillSite(
      Path folder, Map<String, String> redis, String namespace, @Nullable BundledServer server) {
    this.folder = folder;
    this.redis = redis;
    this.namespace = namespace;
    this.server = server;
  }

  /**
   * Starts the server where none was given.
   *
   * @param settings where the given Redis is, and what the namespace begins with
   * @param isGiven true to use that Redis
   */
  static DrillSite open(Settings settings, boolean isGiven) {
    if (isGiven) {
      requirePlain(settings.redis().url());
    }
    Path folder = ScratchFolder.create("orders-drill-");
    if (isGiven) {
      return new DrillSite(
          folder, settings.redis().asVariables(), scratchNamespace(settings), null);
    }
    BundledServer server = start(0, folder);
    return new DrillSite(
        folder, Map.of(Settings.REDIS_URL, server.url()), settings.namespace(), server);
  }

  /** One that nobody else uses, among the keys that the user may use. */
  private static String scratchNamespace(Settings settings) {
    return settings.namespace() + "-drill-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** The proxy passes bytes on, and understands neither certificates nor who is master. */
  private static void requirePlain(String url) {
    if (!url.startsWith("redis://") || hostOf(url) == null) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "a drill needs a plain redis://host:port, since it cuts its connections. Leave out --redis"
              + " to let it start one.");
    }
  }

  private static @Nullable String hostOf(String url) {
    try {
      return new URI(url).getHost();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static BundledServer start(int port, Path folder) {
    try {
      return BundledServer.start(port, folder.resolve("redis"));
    } catch (BundledServerException e) {
      throw new ProblemException(ProblemException.Reason.LOCAL, String.valueOf(e.getMessage()), e);
    }
  }

  /** Refuses a site whose Redis does not answer, and sweeps it away. */
  void requireRedis() {
    try (Services services = services(environment(""))) {
      services.inspector().now();
    } catch (BrokerException e) {
      ScratchFolder.delete(folder);
      throw e;
    }
  }

  /** Everything that the drill makes is in here. */
  Path folder() {
    return folder;
  }

  private String redisUrl() {
    return redis.getOrDefault(Settings.REDIS_URL, "");
  }

  /** Where Redis listens. */
  InetSocketAddress address() {
    URI uri = URI.create(redisUrl());
    return new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? 6379 : uri.getPort());
  }

  /** The drill's settings, complete: what stands around the drill has no part in it. */
  Map<String, String> environment(String carrierUrl) {
    Map<String, String> variables = new TreeMap<>(redis);
    variables.put(Settings.NAMESPACE, namespace);
    variables.put("ORDERS_INVOICE_DIR", folder.resolve("invoices").toString());
    variables.put("ORDERS_OUTBOX_DIR", folder.resolve("outbox").toString());
    variables.put("ORDERS_CARRIER_URL", carrierUrl);
    variables.put("ORDERS_LEASE", LEASE.toSeconds() + "s");
    variables.put("ORDERS_EMAIL_RETRY_DELAY", "1s");
    variables.put("ORDERS_SHIPPING_RETRY_DELAY", "1s");
    return variables;
  }

  /** The same settings for whoever reaches Redis through another port of this machine. */
  Map<String, String> through(int port, Map<String, String> environment) {
    URI uri = URI.create(redisUrl());
    String user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo() + "@";
    String rest = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    Map<String, String> variables = new TreeMap<>(environment);
    variables.put(Settings.REDIS_URL, "redis://" + user + "127.0.0.1:" + port + rest);
    return variables;
  }

  /** What works after these settings; the caller closes it. */
  Services services(Map<String, String> environment) {
    return new Services(new Settings(Variables.of(environment, folder)));
  }

  /** Kills Redis, and starts it again on the same port and data after a while. */
  void restartRedis(Duration down, Halt halt) {
    BundledServer running = ownServer();
    running.kill();
    halt.await(down);
    // A client that looks for the server in vain may come to sit on its port for a moment itself.
    for (int attempt = 1; ; attempt++) {
      try {
        server = start(running.port(), folder);
        return;
      } catch (ProblemException e) {
        if (attempt == TRIES_TO_RESTART || halt.await(BETWEEN_TRIES)) {
          throw e;
        }
      }
    }
  }

  /** Makes Redis forget the scripts it was sent. */
  void forgetScripts() {
    ownServer().forgetScripts();
  }

  private BundledServer ownServer() {
    if (server == null) {
      throw new IllegalStateException("a Redis that was given is left in peace");
    }
    return server;
  }

  /** Says that nothing here is needed any more. */
  void done() {
    isDone = true;
  }

  /** Stops the server. The folder, and the namespace on a given Redis, stay until {@link #done}. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    } else if (isDone) {
      try (Services services = services(environment(""))) {
        services.erase();
      }
    }
    if (isDone) {
      ScratchFolder.delete(folder);
    }
  }
}
