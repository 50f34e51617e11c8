package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and, where the outcome is unknown or the trouble passes, sends them again: every
 * script is safe to repeat. Gives up with a sentence for people once its patience is over; a Redis
 * that was never reached is reported at once, since waiting for it helps nobody at a shell.
 */
final class Requests {

  private final RedisLink link;
  private final Trouble trouble;
  private final Duration patience;
  private volatile boolean reachedOnce;

  /**
   * @param patience how long an answer may take, and how long a request is sent again and again
   */
  Requests(RedisLink link, Duration patience) {
    this.link = link;
    this.patience = patience;
    this.trouble = new Trouble(link.address());
  }

  /** Runs a script that answers a list. */
  List<Object> list(Script script, String key, List<String> arguments) {
    return this.<List<Object>>run(script, key, arguments);
  }

  /** Runs a script whatever it answers. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // The script decides what it answers.
  <T> T run(Script script, String key, List<String> arguments) {
    return patiently(redis -> evaluate(redis, script, key, arguments));
  }

  /** Runs a script once. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // The script decides what it answers.
  <T> T evaluate(
      RedisAsyncCommands<String, String> redis, Script script, String key, List<String> arguments)
      throws Exception {
    String[] keys = {key};
    String[] values = arguments.toArray(String[]::new);
    try {
      return RedisLink.await(
          redis.<T>evalsha(script.sha(), script.output(), keys, values), patience);
    } catch (Exception e) {
      if (Trouble.isNoScript(e)) {
        return RedisLink.await(
            redis.<T>eval(script.text(), script.output(), keys, values), patience);
      }
      throw e;
    }
  }

  /** Runs a reading command. */
  <T> T read(Function<RedisAsyncCommands<String, String>, RedisFuture<T>> command) {
    return patiently(redis -> RedisLink.await(command.apply(redis), patience));
  }

  /** Runs reading commands in one round trip; answers in the same order. */
  <T> List<T> readAll(Function<RedisAsyncCommands<String, String>, List<RedisFuture<T>>> commands) {
    return patiently(
        redis -> {
          List<RedisFuture<T>> sent = commands.apply(redis);
          java.util.ArrayList<T> answers = new java.util.ArrayList<>(sent.size());
          for (RedisFuture<T> future : sent) {
            answers.add(RedisLink.await(future, patience));
          }
          return answers;
        });
  }

  /** The sentence for an error that happened outside a request. */
  BrokerException explain(Throwable error) {
    return trouble.explain(error);
  }

  /** Something to ask Redis. */
  interface Call<T> {
    T on(RedisAsyncCommands<String, String> redis) throws Exception;
  }

  /** Makes a call, and again while the trouble may pass: so it must be safe to repeat. */
  <T> T patiently(Call<T> call) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (int attempt = 1; ; attempt++) {
      @Nullable Exception failure;
      try {
        T answer = call.on(link.shared());
        reachedOnce = true;
        return answer;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BrokerException(Reason.UNREACHABLE, "interrupted while waiting for Redis", e);
      } catch (Exception e) {
        failure = e;
      }
      boolean mayPass = Trouble.isPassing(failure) && (reachedOnce || Trouble.isAnswer(failure));
      if (!mayPass || System.nanoTime() > deadline) {
        throw trouble.toThrow(failure);
      }
      pause(attempt);
    }
  }

  /** Full jitter, 50 ms growing to a second. */
  private static void pause(int attempt) {
    long ceiling = Math.min(1_000, 50L << Math.min(attempt, 5));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(10, ceiling));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.UNREACHABLE, "interrupted while waiting for Redis", e);
    }
  }
}
