package dev.orders.http;

import dev.orders.app.ProblemException;
import dev.orders.app.Services;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP front of a queue. Asked to stop once, it ends gracefully: it takes no further request,
 * finishes those it has, and ends its event streams; asked again, at once. It keeps nothing, so any
 * number of them may serve the same Redis. Thread-safe.
 */
@SuppressWarnings("FutureReturnValueIgnored") // Whatever fails here ends the connection.
public final class HttpServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpServer.class);

  private final Api api;
  private final Front front;
  private final Duration grace;
  private final Listener listener;

  private HttpServer(Api api, Front front, Duration grace, Listener listener) {
    this.api = api;
    this.front = front;
    this.grace = grace;
    this.listener = listener;
  }

  /**
   * Listens; Redis need not be there yet.
   *
   * @param services used by many threads until this is closed, which leaves them open
   * @throws ProblemException (LOCAL) when it cannot listen there
   */
  public static HttpServer start(Services services, HttpTerms terms) {
    AtomicBoolean isStopping = new AtomicBoolean();
    Api api = new Api(services, isStopping::get);
    Front front =
        new Front(
            new Router(api.routes()),
            new Guard(terms.tokens(), terms.names()),
            new Crew(),
            api.traffic(),
            Clock.systemUTC(),
            terms.patience(),
            new DefaultChannelGroup(GlobalEventExecutor.INSTANCE),
            isStopping);
    try {
      InetSocketAddress address = new InetSocketAddress(terms.address(), terms.port());
      return new HttpServer(api, front, terms.grace(), Listener.open(address, front));
    } catch (ProblemException e) {
      api.close();
      throw e;
    }
  }

  /** Where it listens, such as {@code http://127.0.0.1:8000}. */
  public String url() {
    return listener.url();
  }

  /** Asks it to end: gracefully the first time, at once the second. Returns at once. */
  public void stop() {
    if (front.isStopping().compareAndSet(false, true)) {
      listener.stop();
      api.close();
      front.channels().forEach(open -> open.pipeline().fireUserEventTriggered(Connection.STOPPING));
    } else {
      front.channels().close();
    }
  }

  /** Waits until it was asked to stop, and then for its requests, but not longer than its grace. */
  public void awaitEnd() throws InterruptedException {
    listener.awaitStop();
    if (!front.channels().newCloseFuture().await(grace.toMillis())) {
      log.warn("the time was up; connections that were still busy: {}", front.channels().size());
    }
  }

  /** Ends it at once and gives everything back. */
  @Override
  public void close() {
    front.isStopping().set(true);
    api.close();
    front.crew().close();
    listener.close();
  }
}
