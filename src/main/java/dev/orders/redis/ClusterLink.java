package dev.orders.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections to the masters of a Cluster, one each. Lettuce sends a command to the master of
 * its key and follows MOVED and ASK; who is master is asked again from time to time, and whenever
 * something hints at a change.
 */
final class ClusterLink implements AutoCloseable {

  private static final Duration REFRESH = Duration.ofSeconds(15);
  private static final Duration REFRESH_AT_MOST = Duration.ofMillis(300);

  private final LeanClusterClient client;
  private final StatefulRedisClusterConnection<String, String> connection;

  /** Connects to all masters that can be reached. Throws Lettuce's exception when none can. */
  ClusterLink(ClientResources resources, List<RedisURI> seeds, ClientOptions options) {
    client = new LeanClusterClient(resources, seeds);
    client.setOptions(
        ClusterClientOptions.builder(options)
            .topologyRefreshOptions(
                ClusterTopologyRefreshOptions.builder()
                    .enablePeriodicRefresh(REFRESH)
                    .adaptiveRefreshTriggersTimeout(REFRESH_AT_MOST)
                    .refreshTriggersReconnectAttempts(1)
                    .build())
            .build());
    try {
      connection = client.connect(StringCodec.UTF8);
    } catch (RuntimeException e) {
      client.shutdown(0, 1, TimeUnit.SECONDS);
      throw inWords(e);
    }
    connectMasters(seeds.get(0).getTimeout());
  }

  /** Lettuce tells all URLs, and hides beside them what each node had to say. */
  private static RuntimeException inWords(RuntimeException error) {
    for (@Nullable Throwable next = error; next != null; next = next.getCause()) {
      if (next.getSuppressed().length > 0) {
        return new RedisConnectionException("no node answers", next.getSuppressed()[0]);
      }
    }
    return error;
  }

  /** A command for a node without a connection is refused; so they are made beforehand. */
  private void connectMasters(Duration atMost) {
    CompletableFuture<?>[] made =
        client.getPartitions().stream()
            .filter(node -> node.getRole().isUpstream() && !node.hasNoSlots())
            .map(RedisClusterNode::getUri)
            .map(uri -> connection.getConnectionAsync(uri.getHost(), uri.getPort()))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(made)
        .completeOnTimeout(null, atMost.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(someCannotBeReached -> null)
        .join();
  }

  /** Sends each command where its key is at home. */
  RedisClusterAsyncCommands<String, String> commands() {
    return connection.async();
  }

  /** The one connection to the master of a key: what is written there can be waited for there. */
  RedisAsyncCommands<String, String> owner(String key) {
    RedisClusterNode master = client.getPartitions().getMasterBySlot(SlotHash.getSlot(key));
    if (master == null) {
      refresh();
      throw new RedisException("no master has the slot of " + key);
    }
    RedisURI uri = master.getUri();
    return connection.getConnection(uri.getHost(), uri.getPort()).async();
  }

  /** Told of each of its connections that is cut. */
  void addListener(RedisConnectionStateListener listener) {
    client.addListener(listener);
  }

  /** Asks again who is master, in the background. */
  void refresh() {
    client.refreshPartitionsAsync();
  }

  @Override
  public void close() {
    connection.close();
    client.shutdownAsync(0, 1, TimeUnit.SECONDS).join();
  }
}
