package dev.orders.bench;

import dev.orders.app.LocalRedis;
import dev.orders.app.ScratchFolder;
import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.TaskTypes;
import dev.orders.app.Variables;
import java.nio.file.Path;
import java.util.Locale;
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
  private final Map<String, String> redis;
  private final String namespace;
  private final @Nullable LocalRedis server;

  private BenchSite(
      Path folder, Map<String, String> redis, String namespace, @Nullable LocalRedis server) {
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
      return new BenchSite(folder, settings.redis().asVariables(), namespace, null);
    }
    LocalRedis server = LocalRedis.start(0, folder.resolve("redis"));
    return new BenchSite(folder, Map.of(Settings.REDIS_URL, server.url()), namespace, server);
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
    Map<String, String> variables = new TreeMap<>(redis);
    variables.put(Settings.NAMESPACE, namespace);
    for (String queue : TaskTypes.queues()) {
      // What fails on purpose is tried again when its handler says.
      variables.put("ORDERS_" + queue.toUpperCase(Locale.ROOT) + "_RETRIES", "1");
      variables.put("ORDERS_" + queue.toUpperCase(Locale.ROOT) + "_RETRY_DELAY", "1ms");
    }
    variables.put("ORDERS_INVOICE_DIR", folder.resolve("invoices").toString());
    variables.put("ORDERS_OUTBOX_DIR", folder.resolve("outbox").toString());
    return variables;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    ScratchFolder.delete(folder);
  }
}
