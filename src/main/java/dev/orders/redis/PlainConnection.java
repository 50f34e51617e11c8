package dev.orders.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider.ImmediateRedisCredentialsProvider;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.StringCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * A connection for a command that is over in a moment, or for one thread that waits: Lettuce's
 * commands on a plain socket. Its event loops, timers and resolvers take longer to start than such
 * a command takes, and are one thread more between an answer and who waits for it. A connection
 * that was cut stays so; whoever needs another opens one.
 */
final class PlainConnection {

  private PlainConnection() {}

  /** True when it can reach this server: one, by TCP, without TLS. */
  static boolean suits(RedisURI uri) {
    return uri.getSentinels().isEmpty()
        && uri.getSocket() == null
        && !uri.isSsl()
        && uri.getCredentialsProvider() instanceof ImmediateRedisCredentialsProvider;
  }

  /**
   * Connects and greets.
   *
   * @param onCut told once when the connection ends for whatever reason
   * @throws RedisConnectionException when that fails
   */
  static StatefulRedisConnection<String, String> open(RedisURI uri, Runnable onCut) {
    return over(connected(new Socket(), uri), uri, onCut);
  }

  /** The same over a socket that is connected. */
  static StatefulRedisConnection<String, String> over(Socket socket, RedisURI uri, Runnable onCut) {
    PlainWriter writer = new PlainWriter(socket, onCut);
    writer.start();
    return over(writer, Awaiting::future, uri);
  }

  /** The same where answers are read in a way of their own. */
  static StatefulRedisConnection<String, String> over(
      PlainWriter writer, Awaiting awaiting, RedisURI uri) {
    ClientSetup.keepNettyQuiet();
    LeanConnection<String, String> connection =
        new LeanConnection<>(writer, NoPushes.INSTANCE, StringCodec.UTF8, uri.getTimeout());
    connection.setOptions(ClientOptions.create());
    try {
      greet(connection.async(), awaiting, uri);
      return connection;
    } catch (Exception e) {
      writer.close();
      throw new RedisConnectionException("Redis does not let us in", e);
    }
  }

  private static void greet(
      RedisAsyncCommands<String, String> redis, Awaiting awaiting, RedisURI uri) throws Exception {
    List<RedisFuture<?>> greetings = new ArrayList<>();
    RedisCredentials credentials =
        ((ImmediateRedisCredentialsProvider) uri.getCredentialsProvider()).resolveCredentialsNow();
    if (credentials.hasPassword()) {
      String password = new String(credentials.getPassword());
      greetings.add(
          credentials.hasUsername()
              ? redis.auth(credentials.getUsername(), password)
              : redis.auth(password));
    }
    if (uri.getDatabase() != 0) {
      greetings.add(redis.select(uri.getDatabase()));
    }
    // A name is a convenience: a user who may not set one may do everything else.
    RedisFuture<String> unused = redis.clientSetname("orders");
    for (RedisFuture<?> greeting : greetings) {
      awaiting.await(greeting, uri.getTimeout());
    }
  }

  /** A connected socket whose reading ends, and which closes, when its thread is interrupted. */
  static Socket interruptibleSocket(RedisURI uri) {
    try {
      return connected(SocketChannel.open().socket(), uri);
    } catch (IOException e) {
      throw new RedisConnectionException("no connection", e);
    }
  }

  private static Socket connected(Socket socket, RedisURI uri) {
    try {
      Duration patience = uri.getTimeout();
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.setSoTimeout((int) patience.dividedBy(2).toMillis()); // between looks at the outflow
      socket.connect(
          new InetSocketAddress(uri.getHost(), uri.getPort()), (int) patience.toMillis());
      return socket;
    } catch (SocketTimeoutException e) {
      throw failure(socket, new TimeoutException(e.getMessage()));
    } catch (IOException e) {
      throw failure(socket, e);
    }
  }

  private static RedisConnectionException failure(Socket socket, Exception cause) {
    Outflow.close(socket);
    return new RedisConnectionException("no connection", cause);
  }
}
