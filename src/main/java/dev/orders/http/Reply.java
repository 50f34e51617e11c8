package dev.orders.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one answer to one request. Given on any thread, sent on the connection's event loop. */
@SuppressWarnings("FutureReturnValueIgnored") // Whatever fails here ends the connection.
final class Reply {

  private static final Logger log = LoggerFactory.getLogger(Reply.class);

  private static final Set<String> KNOWN_METHODS =
      Set.of("GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE");

  private final Front front;
  private final ChannelHandlerContext ctx;
  private final Deadline deadline;
  private final HttpRequest head;
  private final Responses responses;
  private final long begun = System.nanoTime();
  private final AtomicBoolean isGiven = new AtomicBoolean();
  private volatile boolean mayKeepAlive;
  private volatile Consumer<Boolean> whenSent = keepsAlive -> {};
  private @Nullable Route route;

  Reply(Front front, ChannelHandlerContext ctx, Deadline deadline, HttpRequest head) {
    this.front = front;
    this.ctx = ctx;
    this.deadline = deadline;
    this.head = head;
    this.responses = new Responses(front.clock());
    boolean isCurrent = head.protocolVersion().equals(HttpVersion.HTTP_1_1);
    this.mayKeepAlive = isCurrent && HttpUtil.isKeepAlive(head);
  }

  void setRoute(Route found) {
    route = found;
  }

  /** Sets what follows when the answer has been sent; it is told whether the connection goes on. */
  void whenSent(Consumer<Boolean> action) {
    whenSent = action;
  }

  /** Lets this be the last answer of its connection. */
  void endConnection() {
    mayKeepAlive = false;
  }

  /** True when the answer is known, if not yet sent. */
  boolean isGiven() {
    return isGiven.get();
  }

  /** Tells a client that waits before it sends its content to go on. */
  void inviteContent() {
    ctx.writeAndFlush(
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
  }

  /** Answers what the endpoint says, or what is wrong. */
  void answer(Endpoint endpoint, Request request) {
    Answer answer;
    try {
      answer = endpoint.answer(request);
    } catch (Throwable e) {
      answer = Problems.of(e).answer();
    }
    give(answer);
  }

  /** Answers, unless that has been done. */
  void give(Answer answer) {
    if (!isGiven.compareAndSet(false, true)) {
      return;
    }
    note(answer);
    if (answer.stream() == null) {
      onLoop(() -> sendWhole(answer));
    } else if (isHead()) {
      onLoop(() -> sendHead(answer));
    } else {
      stream(answer, answer.stream());
    }
  }

  private void note(Answer answer) {
    String path = route == null ? "none" : route.path().text();
    long nanos = System.nanoTime() - begun;
    front.traffic().answered(new Traffic.Kind(method(), path, answer.status()), nanos);
    log.debug("{} {} {} in {} ms", head.method(), path, answer.status(), nanos / 1_000_000);
  }

  /** Only so many methods are counted, whatever clients make up. */
  private String method() {
    String method = head.method().name();
    return KNOWN_METHODS.contains(method) ? method : "other";
  }

  private void onLoop(Runnable work) {
    if (ctx.executor().inEventLoop()) {
      work.run();
    } else {
      ctx.executor().execute(work);
    }
  }

  private void sendWhole(Answer answer) {
    deadline.set(front.patience(), ctx::close);
    ctx.writeAndFlush(responses.whole(answer, isHead(), keepsAlive()))
        .addListener(sent -> sent(sent.isSuccess()));
  }

  private void sendHead(Answer answer) {
    ctx.write(responses.head(answer, isChunked(), keepsAlive()));
    ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
        .addListener(sent -> sent(sent.isSuccess()));
  }

  private void stream(Answer answer, Answer.Stream stream) {
    ctx.writeAndFlush(responses.head(answer, isChunked(), keepsAlive()));
    Outlet out = new ChannelOutlet(ctx, front.patience(), () -> sent(isChunked()));
    try {
      stream.writeTo(out);
    } catch (Exception e) {
      log.debug("a stream broke: {}", e.toString());
      out.abort();
    }
  }

  private void sent(boolean isWhole) {
    deadline.lift();
    whenSent.accept(isWhole && keepsAlive());
  }

  private boolean keepsAlive() {
    return mayKeepAlive && !front.isStopping().get();
  }

  /** Chunks are not known to HTTP/1.0: there the end of the connection is the end of the answer. */
  private boolean isChunked() {
    return head.protocolVersion().equals(HttpVersion.HTTP_1_1);
  }

  private boolean isHead() {
    return head.method().equals(HttpMethod.HEAD);
  }
}
