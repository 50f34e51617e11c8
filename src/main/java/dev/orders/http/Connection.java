package dev.orders.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, which carries one {@link Exchange} after the other. It is asked for the next
 * piece of a request only when there is somebody who takes it, and for the next request only when
 * the one before has been answered.
 *
 * <p>A client that is slow costs no thread: a request's head must be there some time after the last
 * answer, and whoever drips its bytes is as silent as one who sends none.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Whatever fails here ends the connection.
final class Connection extends ChannelInboundHandlerAdapter {

  /** Told to every connection when the server is to end. */
  static final Object STOPPING = new Object();

  private static final Logger log = LoggerFactory.getLogger(Connection.class);
  private static final Duration LINGER = Duration.ofSeconds(2);

  private final Front front;
  private @Nullable Exchange exchange;
  private boolean isLingering;

  Connection(Front front) {
    this.front = front;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    front.channels().add(ctx.channel());
    if (front.channels().size() > Front.MOST_CONNECTIONS) {
      ctx.close();
    } else {
      awaitRequest(ctx, new Deadline(ctx.executor()));
    }
  }

  private void awaitRequest(ChannelHandlerContext ctx, Deadline deadline) {
    if (front.isStopping().get()) {
      ctx.close();
      return;
    }
    deadline.set(front.patience(), ctx::close);
    exchange = new Exchange(front, ctx, deadline, new Ending(ctx, deadline));
    ctx.read();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (isLingering) {
        ctx.read();
      } else if (exchange == null) {
        ctx.close();
      } else if (message instanceof HttpRequest head) {
        exchange.begin(head);
      } else if (message instanceof HttpContent content) {
        exchange.take(content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (event != STOPPING) {
      super.userEventTriggered(ctx, event);
    } else if (exchange == null || !exchange.hasBegun()) {
      ctx.close();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (exchange != null) {
      exchange.gone();
      exchange = null;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    log.debug("a connection broke: {}", cause.toString());
    ctx.close();
  }

  /** What follows an exchange. */
  final class Ending {

    private final ChannelHandlerContext ctx;
    private final Deadline deadline;

    private Ending(ChannelHandlerContext ctx, Deadline deadline) {
      this.ctx = ctx;
      this.deadline = deadline;
    }

    void next() {
      if (ctx.channel().isActive()) {
        awaitRequest(ctx, deadline);
      }
    }

    void close() {
      ctx.close();
    }

    /**
     * Takes what is still coming, for closing at once would take the answer away from the client.
     */
    void linger() {
      isLingering = true;
      deadline.set(LINGER, ctx::close);
      ((SocketChannel) ctx.channel()).shutdownOutput();
      ctx.read();
    }
  }
}
