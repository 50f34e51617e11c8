package dev.orders.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lettuce's clients and their threads, made when first used. Thread-safe. */
final class Clients implements AutoCloseable {

  private final List<RedisURI> uris;
  private final RedisAccess access;
  private final Duration patience;
  private @Nullable ClientResources resources;
  private @Nullable LeanClient single;

  /**
   * @param patience how long a connection or an answer may take
   */
  Clients(List<RedisURI> uris, RedisAccess access, Duration patience) {
    this.uris = uris;
    this.access = access;
    this.patience = patience;
  }

  /** For one server, or what Sentinels say is one; not connected yet. */
  synchronized LeanClient single() {
    if (single == null) {
      single = new LeanClient(resources(), uris.get(0));
      single.setOptions(ClientSetup.options(access, patience));
    }
    return single;
  }

  /**
   * A new one for a Cluster, connected; the caller closes it before this. Throws Lettuce's
   * exception when no master can be reached.
   */
  ClusterLink cluster() {
    return new ClusterLink(resources(), uris, ClientSetup.options(access, patience));
  }

  /** False before the first use, and once closed. */
  synchronized boolean areOpen() {
    return single != null;
  }

  private synchronized ClientResources resources() {
    if (resources == null) {
      resources = ClientSetup.resources(patience);
    }
    return resources;
  }

  /** Without a quiet period: an orderly exit takes 15 ms. */
  @Override
  public synchronized void close() {
    if (single != null) {
      single.shutdownAsync(0, 1, TimeUnit.SECONDS).join();
      single = null;
    }
    if (resources != null) {
      resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
      resources = null;
    }
  }
}
