package dev.orders.redis;

import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisURI;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.cluster.ClusterPushHandler;
import io.lettuce.core.cluster.RedisAdvancedClusterReactiveCommandsImpl;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.StatefulRedisClusterConnectionImpl;
import io.lettuce.core.cluster.api.sync.RedisAdvancedClusterCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.json.JsonParser;
import io.lettuce.core.protocol.PushHandler;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** The client of a Cluster, without the faces that {@link LeanConnection} leaves out too. */
final class LeanClusterClient extends RedisClusterClient {

  LeanClusterClient(ClientResources resources, List<RedisURI> seeds) {
    super(resources, seeds);
  }

  @Override
  protected <K, V> StatefulRedisConnectionImpl<K, V> newStatefulRedisConnection(
      RedisChannelWriter writer,
      PushHandler handler,
      RedisCodec<K, V> codec,
      Duration timeout,
      Supplier<JsonParser> json) {
    return new LeanConnection<>(writer, handler, codec, timeout);
  }

  @Override
  protected <V, K> StatefulRedisClusterConnectionImpl<K, V> newStatefulRedisClusterConnection(
      RedisChannelWriter writer,
      ClusterPushHandler handler,
      RedisCodec<K, V> codec,
      Duration timeout,
      Supplier<JsonParser> json) {
    return new AsyncOnly<>(writer, handler, codec, timeout);
  }

  private static final class AsyncOnly<K, V> extends StatefulRedisClusterConnectionImpl<K, V> {

    AsyncOnly(
        RedisChannelWriter writer,
        ClusterPushHandler handler,
        RedisCodec<K, V> codec,
        Duration timeout) {
      super(writer, handler, codec, timeout);
    }

    @Override
    @SuppressWarnings({"NullAway", "ReturnsNullCollection"}) // never asked for; see the class
    protected RedisAdvancedClusterCommands<K, V> newRedisAdvancedClusterCommandsImpl() {
      return null;
    }

    @Override
    @SuppressWarnings("NullAway") // never asked for; see the class
    protected RedisAdvancedClusterReactiveCommandsImpl<K, V>
        newRedisAdvancedClusterReactiveCommandsImpl() {
      return null;
    }
  }
}
