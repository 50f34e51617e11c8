package dev.orders.http;

import dev.orders.app.ProblemException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The port, the event loops behind it, and how a connection is made up. */
@SuppressWarnings("FutureReturnValueIgnored") // Whatever fails here ends the connection.
final class Listener implements AutoCloseable {

  /** As people write it; the socket may call it by its name of IPv6, which no browser takes. */
  private static final String EVERY_ADDRESS = "0.0.0.0";

  private static final int LONGEST_LINE = 8 * 1024;
  private static final int LARGEST_HEADERS = 16 * 1024;
  private static final int LARGEST_CHUNK = 64 * 1024;
  private static final int MOST_UNSENT = 256 * 1024;
  private static final int BACKLOG = 1_024;
  private static final int MOST_LOOPS = 4;

  private final EventLoopGroup loops;
  private final Channel channel;

  private Listener(EventLoopGroup loops, Channel channel) {
    this.loops = loops;
    this.channel = channel;
  }

  /** Listens; a {@link ProblemException} (LOCAL) when that is not possible. */
  static Listener open(InetSocketAddress address, Front front) {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            Math.min(MOST_LOOPS, Runtime.getRuntime().availableProcessors()),
            new DefaultThreadFactory("orders-net", true),
            NioIoHandler.newFactory());
    ChannelFuture bound = bootstrap(loops, front).bind(address).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw refusal(address, bound.cause());
    }
    return new Listener(loops, bound.channel());
  }

  private static ServerBootstrap bootstrap(EventLoopGroup loops, Front front) {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_BACKLOG, BACKLOG)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(MOST_UNSENT / 2, MOST_UNSENT))
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel connection) {
                connection
                    .pipeline()
                    .addLast(codec(), new FlowControlHandler(), new Connection(front));
              }
            });
  }

  private static HttpServerCodec codec() {
    return new HttpServerCodec(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(LONGEST_LINE)
            .setMaxHeaderSize(LARGEST_HEADERS)
            .setMaxChunkSize(LARGEST_CHUNK));
  }

  private static ProblemException refusal(InetSocketAddress address, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return new ProblemException(
        ProblemException.Reason.LOCAL,
        "cannot listen at %s:%d (%s). Choose another --port, or 0 for any free one."
            .formatted(
                address.getHostString(),
                address.getPort(),
                message.contains("in use") ? "the port is taken" : message),
        cause);
  }

  /** Where it listens, such as {@code http://127.0.0.1:8000}. */
  String url() {
    InetSocketAddress address = (InetSocketAddress) channel.localAddress();
    InetAddress own = address.getAddress();
    String host = own.isAnyLocalAddress() ? EVERY_ADDRESS : own.getHostAddress();
    return "http://%s:%d"
        .formatted(host.contains(":") ? "[" + host + "]" : host, address.getPort());
  }

  /** Takes no further connection. */
  void stop() {
    channel.close();
  }

  void awaitStop() throws InterruptedException {
    channel.closeFuture().await();
  }

  /** Ends the event loops, and with them every connection. */
  @Override
  public void close() {
    channel.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
