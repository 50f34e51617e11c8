package dev.orders.redis;

import io.lettuce.core.RedisChannelWriter;
import io.lettuce.core.RedisReactiveCommandsImpl;
import io.lettuce.core.StatefulRedisConnectionImpl;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.protocol.PushHandler;
import java.time.Duration;

/**
 * A connection without Lettuce's synchronous and reactive faces. Nobody here uses them, and
 * building the proxy of some thousand methods costs a short command more than a quarter of a
 * second.
 */
final class LeanConnection<K, V> extends StatefulRedisConnectionImpl<K, V> {

  LeanConnection(
      RedisChannelWriter writer, PushHandler handler, RedisCodec<K, V> codec, Duration timeout) {
    super(writer, handler, codec, timeout);
  }

  @Override
  @SuppressWarnings({"NullAway", "ReturnsNullCollection"}) // never asked for; see the class
  protected RedisCommands<K, V> newRedisSyncCommandsImpl() {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway") // never asked for; see the class
  protected RedisReactiveCommandsImpl<K, V> newRedisReactiveCommandsImpl() {
    return null;
  }
}
