package dev.orders.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.time.Duration;

/** Sends a streamed answer over a connection. */
@SuppressWarnings("FutureReturnValueIgnored") // A client that has gone is noticed when it goes.
final class ChannelOutlet implements Outlet {

  private final ChannelHandlerContext ctx;
  private final Duration patience;
  private final Runnable ended;

  /**
   * @param patience how long a client may take nothing
   * @param ended run when the document is complete and sent
   */
  ChannelOutlet(ChannelHandlerContext ctx, Duration patience, Runnable ended) {
    this.ctx = ctx;
    this.patience = patience;
    this.ended = ended;
  }

  @Override
  public void send(byte[] bytes) {
    ctx.writeAndFlush(content(bytes), ctx.voidPromise());
  }

  @Override
  public void sendPatiently(byte[] bytes) throws IOException, InterruptedException {
    ChannelFuture sent = ctx.writeAndFlush(content(bytes));
    if (!ctx.channel().isWritable() && !sent.await(patience.toMillis())) {
      abort();
      throw new IOException("the client does not read");
    }
    if (!ctx.channel().isActive()) {
      throw new IOException("the client has gone");
    }
  }

  private static DefaultHttpContent content(byte[] bytes) {
    return new DefaultHttpContent(Unpooled.wrappedBuffer(bytes));
  }

  @Override
  public boolean isKeepingUp() {
    return ctx.channel().isWritable();
  }

  @Override
  public void end() {
    // Told beforehand what follows: the client may send its next request as soon as it has this.
    ChannelPromise sent = ctx.newPromise().addListener(done -> ended.run());
    ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT, sent);
  }

  @Override
  public void abort() {
    ctx.close();
  }

  @Override
  public void onGone(Runnable action) {
    ctx.channel().closeFuture().addListener(closed -> action.run());
  }
}
