package dev.orders.bench;

import dev.orders.app.LocalRedis;
import dev.orders.app.ScratchFolder;
import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a bench takes place: a scratch folder, and a Redis server of its own in it or else a
 * scratch namespace on the one that was given.
 */
final class BenchSite implements AutoCloseable {

  private final Path folder;
  private final Settings redis;
  private final String namespace;
  private final @Nullable LocalRedis server;

  private BenchSite(Path folder, Settings redis, String namespace, @Nullable LocalRedis server) {
    this.folder = folder;
    this.redis = redis;
    this.namespace = namespace;
    this.server = server;
  }

  /** Starts the server where none was given. */
  static BenchSite open(Settings settings, boolean isGiven) {
    Path folder = ScratchFolder.create("orders-bench-");
    // One that nobody else uses, among the keys that the user may use.
    String namespace =
        settings.namespace() + "-bench-" + UUID.randomUUID().toString().substring(0, 8);
    if (isGiven) {
      return new BenchSite(folder, settings, namespace, null);
    }
    LocalRedis server = LocalRedis.start(0, folder.resolve("redis"));
    return new BenchSite(folder, settings.withRedis(server.url()), namespace, server);
  }

  /** Everything that the bench makes is in here. */
  Path folder() {
    return folder;
  }

  /** What works here; the caller closes it. */
  Services services() {
    return new Services(new Settings(Variables.of(environment(), folder)));
  }

  /** Complete: what stands around the bench, a mail server say, has no part in it. */
  private Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    variables.put(Settings.REDIS_URL, redis.redisUrl());
    if (server == null) {
      addAccess(variables);
    }
    variables.put(Settings.NAMESPACE, namespace);
    variables.put("ORDERS_INVOICE_DIR", folder.resolve("invoices").toString());
    variables.put("ORDERS_OUTBOX_DIR", folder.resolve("outbox").toString());
    return variables;
  }

  /**
   * Whatever else it takes to get into the given Redis; a server of our own asks for none of it.
   */
  private void addAccess(Map<String, String> variables) {
    redis.redisPassword().ifPresent(secret -> variables.put("ORDERS_REDIS_PASSWORD", secret));
    redis
        .sentinelPassword()
        .ifPresent(secret -> variables.put("ORDERS_REDIS_SENTINEL_PASSWORD", secret));
    for (String what : List.of("CA", "CERT", "KEY")) {
      redis
          .redisFile(what)
          .ifPresent(file -> variables.put("ORDERS_REDIS_" + what + "_FILE", file.toString()));
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    ScratchFolder.delete(folder);
  }
}
