package dev.orders.redis;

import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.AsyncCommand;
import io.lettuce.core.protocol.Command;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Finds out that a connection leads nowhere: a dead router or a pulled cable closes no socket, and
 * the kernel goes on sending into it for a quarter of an hour. Once nothing has come for a while,
 * asks for a PONG; when none has come after the same while again, closes the connection, so that
 * Lettuce makes a new one. One a connection, run by its event loop.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Whatever fails here ends the connection.
final class PingWatchdog extends IdleStateHandler {

  private PingWatchdog(Duration silence) {
    super(silence.toMillis(), 0, 0, TimeUnit.MILLISECONDS);
  }

  /**
   * One on each new connection, which is closed after at most twice the silence.
   *
   * @param silence how long nothing may come before a PING is sent
   */
  static NettyCustomizer onEach(Duration silence) {
    return new NettyCustomizer() {
      @Override
      public void afterChannelInitialized(Channel channel) {
        channel.pipeline().addFirst(new PingWatchdog(silence));
      }
    };
  }

  @Override
  protected void channelIdle(ChannelHandlerContext context, IdleStateEvent silence) {
    if (silence.isFirst()) {
      context.channel().writeAndFlush(ping());
    } else {
      context.close();
    }
  }

  private static AsyncCommand<String, String, String> ping() {
    return new AsyncCommand<>(
        new Command<>(CommandType.PING, new StatusOutput<>(StringCodec.UTF8)));
  }
}
