package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import io.lettuce.core.protocol.RedisProtocolException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What an error of Redis means. Told by the word inside the message: Redis 6.2 wraps the errors of
 * commands inside scripts ({@code ERR Error running script … -OOM …}).
 */
final class Trouble {

  /**
   * Errors that pass by themselves: loading, failover, a script that runs too long, a slot on the
   * move.
   */
  private static final List<String> PASSING =
      List.of(
          "LOADING",
          "READONLY",
          "CLUSTERDOWN",
          "TRYAGAIN",
          "MASTERDOWN",
          "BUSY",
          "UNBLOCKED",
          "NOREPLICAS",
          "MOVED",
          "ASK ");

  private final String address;
  private final boolean isSecure;

  /**
   * @param isSecure true when the server is spoken to by TLS
   */
  Trouble(String address, boolean isSecure) {
    this.address = address;
    this.isSecure = isSecure;
  }

  /**
   * True when the same request may be sent again: no answer, no connection, or an error that passes
   * by itself.
   */
  static boolean isPassing(Throwable error) {
    return isAnswer(error)
        ? PASSING.stream().anyMatch(word -> says(error, word))
        : isSilence(error) && !TlsTrouble.is(error);
  }

  /**
   * True when there was no connection or no answer. Anything else that is no answer is a mistake of
   * this program.
   */
  private static boolean isSilence(Throwable error) {
    return error instanceof RedisException
        || error instanceof IOException
        || error instanceof TimeoutException
        || error instanceof CancellationException;
  }

  /**
   * The exception to throw for it: a sentence for people, or, for a mistake of this program, the
   * error itself.
   */
  RuntimeException toThrow(Exception error) {
    boolean ours = !isAnswer(error) && !isSilence(error);
    return ours && error instanceof RuntimeException mistake ? mistake : explain(error);
  }

  /**
   * True when Redis itself answered, so that it is there; be it to the greeting of a new
   * connection.
   */
  static boolean isAnswer(Throwable error) {
    return root(error) instanceof RedisCommandExecutionException;
  }

  /** True when a command is forbidden to this user, or unknown to whoever answers for Redis. */
  static boolean isNotServed(Throwable error) {
    return isAnswer(error) && (says(error, "NOPERM") || says(error, "ERR unknown command"));
  }

  /** True when Redis does not know the script yet. */
  static boolean isNoScript(Throwable error) {
    return isAnswer(error) && says(error, "NOSCRIPT");
  }

  /** True when a node of a Cluster says that the key is at home on another. */
  static boolean isElsewhere(Throwable error) {
    return isAnswer(error) && (says(error, "MOVED") || says(error, "ASK "));
  }

  /** True when a server that was master is one no more. */
  static boolean isDemoted(Throwable error) {
    return isAnswer(error) && says(error, "READONLY");
  }

  private static boolean says(Throwable error, String word) {
    String message = String.valueOf(root(error).getMessage());
    return message.startsWith(word) || message.contains("-" + word);
  }

  /** The sentence a person gets. */
  BrokerException explain(Throwable error) {
    if (!isPassing(error)) {
      return new BrokerException(Reason.REFUSED, refusal(error), error);
    }
    if (isDemoted(error)) {
      return new BrokerException(
          Reason.UNREACHABLE,
          "Redis at %s is a replica and takes no changes. Point --redis or ORDERS_REDIS_URL at its master."
              .formatted(address),
          error);
    }
    return new BrokerException(
        Reason.UNREACHABLE,
        "cannot reach Redis at %s (%s). Start one with \"orders redis\", or pass --redis URL."
            .formatted(address, why(error)),
        error);
  }

  private String refusal(Throwable error) {
    Optional<String> untrusted = TlsTrouble.sentence(error);
    if (untrusted.isPresent()) {
      return "Redis at %s %s".formatted(address, untrusted.get());
    }
    Optional<String> damaged = DamagedKey.sentence(String.valueOf(root(error).getMessage()));
    if (damaged.isPresent()) {
      return "Redis at %s refused: %s".formatted(address, damaged.get());
    }
    if (says(error, "OOM")) {
      return "Redis at %s is out of memory and refused the write; nothing was changed. Raise its maxmemory or free some."
          .formatted(address);
    }
    if (isForbidden(error)) {
      return "Redis at %s does not let us in (%s). Check the user and ORDERS_REDIS_PASSWORD, of Sentinels also ORDERS_REDIS_SENTINEL_PASSWORD."
          .formatted(address, firstLine(root(error)));
    }
    return "Redis at %s %s".formatted(address, Advice.on(firstLine(root(error))));
  }

  /** Redis 6.2 has no word for what is forbidden inside a script. */
  private static boolean isForbidden(Throwable error) {
    return says(error, "NOAUTH")
        || says(error, "WRONGPASS")
        || says(error, "NOPERM")
        || String.valueOf(root(error).getMessage()).contains("The user executing the script can't");
  }

  private String why(Throwable error) {
    if (comesOf(error, ConnectException.class)) {
      return "connection refused";
    }
    if (comesOf(error, UnknownHostException.class)) {
      return "unknown host";
    }
    if (comesOf(error, TimeoutException.class)
        || comesOf(error, RedisCommandTimeoutException.class)) {
      return isSecure ? "no answer in time; does that port speak TLS?" : "no answer in time";
    }
    if (comesOf(error, RedisProtocolException.class)) {
      return "what answers there is not Redis";
    }
    Throwable root = root(error);
    String line = firstLine(root);
    return line.isBlank() ? root.getClass().getSimpleName() : Advice.inOtherWords(line);
  }

  private static boolean comesOf(Throwable error, Class<? extends Exception> kind) {
    for (@Nullable Throwable next = error; next != null; next = next.getCause()) {
      if (kind.isInstance(next)) {
        return true;
      }
    }
    return false;
  }

  private static Throwable root(Throwable error) {
    Throwable root = error;
    for (@Nullable Throwable next = error; next != null; next = next.getCause()) {
      root = next;
    }
    return root;
  }

  private static String firstLine(Throwable error) {
    String message =
        Objects.requireNonNullElse(error.getMessage(), "").lines().findFirst().orElse("");
    return message.length() > 200 ? message.substring(0, 200) : message;
  }
}
