package dev.orders.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.net.SocketAddress;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The connections: one that all requests share (one a master on a Cluster), and one of its own for
 * each who blocks. Opened when first used.
 */
final class RedisLink implements AutoCloseable {

  private final List<RedisURI> uris;
  private final Clients clients;
  private final boolean isPlain;
  private final AtomicLong cuts = new AtomicLong();
  private final Intermission intermission = new Intermission(new Random());
  private volatile boolean isCluster;
  private @Nullable StatefulRedisConnection<String, String> shared;
  private @Nullable ClusterLink cluster;

  RedisLink(RedisOptions options) {
    this(options, false);
  }

  /**
   * @param isBrief true when it serves a command that is over in a moment
   */
  RedisLink(RedisOptions options, boolean isBrief) {
    this.uris = RedisUris.parse(options.url(), options.access());
    this.isCluster = RedisUris.isCluster(options.url());
    this.clients = new Clients(uris, options.access(), options.patience());
    for (RedisURI uri : uris) {
      uri.setTimeout(options.patience());
      uri.setClientName("orders");
      // Else Lettuce introduces itself, too, by a command that few users are allowed.
      uri.setLibraryName("");
      uri.setLibraryVersion("");
    }
    this.isPlain = isBrief && PlainConnection.suits(uris.get(0));
  }

  /** Host and port as a person writes them, without user or password. */
  String address() {
    return RedisUris.address(uris);
  }

  /** True when it speaks TLS. */
  boolean isSecure() {
    return uris.get(0).isSsl();
  }

  /** True when keys lie on several servers, as far as is known by now. */
  boolean isCluster() {
    return isCluster;
  }

  /** True when another server may take the place of one that is gone. */
  boolean isReplicated() {
    return isCluster || !uris.get(0).getSentinels().isEmpty();
  }

  /**
   * The connection that all requests share. Throws Lettuce's exception when it cannot be opened.
   */
  synchronized RedisClusterAsyncCommands<String, String> shared() {
    if (isCluster) {
      return cluster().commands();
    }
    if (shared == null || (isPlain && !shared.isOpen())) {
      shared = isPlain ? plain() : lasting();
    }
    return shared.async();
  }

  /** Comes back by itself when it was cut. */
  private StatefulRedisConnection<String, String> lasting() {
    StatefulRedisConnection<String, String> connection = clients.single().connect(StringCodec.UTF8);
    connection.addListener(new LineWatcher());
    return connection;
  }

  private StatefulRedisConnection<String, String> plain() {
    return PlainConnection.open(uris.get(0), cuts::incrementAndGet);
  }

  /** The one connection that serves a key, which may be the shared one. */
  synchronized RedisClusterAsyncCommands<String, String> owner(String key) {
    return isCluster ? cluster().owner(key) : shared();
  }

  /** How often a connection has been cut: while that stays, it is the same connection. */
  long cuts() {
    return cuts.get();
  }

  /** Between two tries; over as soon as a connection is back. */
  Intermission intermission() {
    return intermission;
  }

  /** A new line for a thread that waits on it; the caller closes it. */
  WaitingLine waitingLine() {
    RedisURI uri = uris.get(0);
    return PlainConnection.suits(uri) ? WaitingLine.plain(uri) : WaitingLine.of(dedicated());
  }

  /**
   * A new connection for somebody who blocks on it; the caller closes it. It may take long to open,
   * and nobody who needs another waits for that.
   */
  StatefulRedisConnection<String, String> dedicated() {
    return clients.single().connect(StringCodec.UTF8);
  }

  /** The server that was given has turned out to be a node of a Cluster. */
  synchronized void becomeCluster() {
    if (!isCluster) {
      hangUp();
      isCluster = true;
    }
  }

  /**
   * What is at the other end is no longer, or not yet, what it should be: a master that was
   * demoted, or a node that does not have the key. Looks again who is.
   */
  synchronized void lookAgain() {
    if (isCluster) {
      cluster().refresh();
    } else {
      hangUp();
    }
  }

  private void hangUp() {
    if (shared != null) {
      cuts.incrementAndGet();
      shared.close();
      shared = null;
    }
  }

  private ClusterLink cluster() {
    if (cluster == null) {
      cluster = clients.cluster();
      cluster.addListener(new LineWatcher());
    }
    return cluster;
  }

  private final class LineWatcher implements RedisConnectionStateListener {
    @Override
    public void onRedisDisconnected(RedisChannelHandler<?, ?> connection) {
      cuts.incrementAndGet();
    }

    @Override
    public void onRedisConnected(RedisChannelHandler<?, ?> connection, SocketAddress address) {
      intermission.end();
    }
  }

  /** Closes a connection that was {@link #dedicated}, which closing this may have done already. */
  synchronized void giveBack(StatefulRedisConnection<String, String> connection) {
    if (clients.areOpen()) {
      connection.close();
    }
  }

  /**
   * Closes connections first, then clients and threads without a quiet period: an orderly exit
   * takes 15 ms.
   */
  @Override
  public synchronized void close() {
    if (shared != null) {
      shared.close();
      shared = null;
    }
    if (cluster != null) {
      cluster.close();
      cluster = null;
    }
    clients.close();
  }
}
