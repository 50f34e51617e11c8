package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and, where the outcome is unknown or the trouble passes, sends them again: every
 * script is safe to repeat. Gives up with a sentence for people once its patience is over; a Redis
 * that was never reached is reported at once, since waiting for it helps nobody at a shell, unless
 * another may be about to take its place.
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
    this.trouble = new Trouble(link.address(), link.isSecure());
  }

  /** Runs a script whatever it answers. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // The script decides what it answers.
  <T> T run(Script script, String key, List<String> arguments) {
    return run(new ScriptCall(script, key, arguments));
  }

  /** The same for a call that is made already. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // The script decides what it answers.
  <T> T run(ScriptCall call) {
    return patiently(redis -> call.<T>sentBy(redis).answer(redis, patience));
  }

  /**
   * Runs a script on several keys in one round trip.
   *
   * @return each outcome in the same order; what failed was tried once
   */
  <T> List<Outcome<T>> once(List<ScriptCall> calls) {
    try {
      List<Outcome<T>> outcomes = ScriptCall.outcomes(link.shared(), calls, patience);
      outcomes.stream().flatMap(one -> Stream.ofNullable(one.trouble())).forEach(this::turn);
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.UNREACHABLE, "interrupted while waiting for Redis", e);
    } catch (RedisException e) {
      throw trouble.toThrow(e);
    }
  }

  /** Runs a script on several keys in one round trip, and again where that failed. */
  <T> List<T> all(List<ScriptCall> calls) {
    if (calls.size() == 1) {
      return List.of(this.<T>run(calls.get(0)));
    }
    List<T> answers = new ArrayList<>(calls.size());
    List<Outcome<T>> outcomes = once(calls);
    for (int i = 0; i < calls.size(); i++) {
      @Nullable T answer = outcomes.get(i).answer();
      answers.add(answer != null ? answer : this.<T>run(calls.get(i)));
    }
    return answers;
  }

  /**
   * Sends a script without waiting for its answer.
   *
   * @throws RedisException when there is no connection
   */
  <T> ScriptCall.Sent<T> begin(ScriptCall call) {
    return call.sentBy(link.shared());
  }

  /**
   * Waits for the answer to what was begun.
   *
   * @param again what to send when that outcome is unknown or its trouble passes
   */
  <T> T finish(ScriptCall.Sent<T> sent, ScriptCall again) {
    return patiently(
        redis -> sent.answer(redis, patience),
        redis -> again.<T>sentBy(redis).answer(redis, patience));
  }

  /** Runs a reading command. */
  <T> T read(Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
    return patiently(redis -> Awaiting.future(command.apply(redis), patience));
  }

  /** Runs reading commands in one round trip; answers in the same order. */
  <T> List<T> readAll(
      Function<RedisClusterAsyncCommands<String, String>, List<RedisFuture<T>>> commands) {
    return patiently(
        redis -> {
          List<RedisFuture<T>> sent = commands.apply(redis);
          ArrayList<T> answers = new ArrayList<>(sent.size());
          for (RedisFuture<T> future : sent) {
            answers.add(Awaiting.future(future, patience));
          }
          return answers;
        });
  }

  /** The sentence for an error that happened outside a request. */
  BrokerException explain(Throwable error) {
    return trouble.explain(error);
  }

  /** What to throw for an outcome that is none. */
  RuntimeException toThrow(Exception error) {
    return trouble.toThrow(error);
  }

  /** What was asked has turned out to be a node of a Cluster. */
  void becomeCluster() {
    link.becomeCluster();
  }

  /** Something to ask Redis. */
  interface Call<T> {
    T on(RedisClusterAsyncCommands<String, String> redis) throws Exception;
  }

  /** Makes a call, and again while the trouble may pass: so it must be safe to repeat. */
  <T> T patiently(Call<T> call) {
    return patiently(call, call);
  }

  private <T> T patiently(Call<T> first, Call<T> again) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (int attempt = 1; ; attempt++) {
      @Nullable Exception failure;
      try {
        T answer = (attempt == 1 ? first : again).on(link.shared());
        reachedOnce = true;
        return answer;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BrokerException(Reason.UNREACHABLE, "interrupted while waiting for Redis", e);
      } catch (Exception e) {
        failure = e;
      }
      if (!mayPass(failure) || System.nanoTime() > deadline) {
        throw trouble.toThrow(failure);
      }
      turn(failure);
      pause(attempt);
    }
  }

  private boolean mayPass(Exception failure) {
    boolean isWorthWaiting = reachedOnce || Trouble.isAnswer(failure) || link.isReplicated();
    return isWorthWaiting && Trouble.isPassing(failure);
  }

  /** To whom the failure points, if to anybody. */
  private void turn(Exception failure) {
    if (Trouble.isElsewhere(failure)) {
      link.becomeCluster();
      link.lookAgain();
    } else if (Trouble.isDemoted(failure)) {
      link.lookAgain();
    }
  }

  private void pause(int tries) {
    try {
      link.intermission().await(tries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerException(Reason.UNREACHABLE, "interrupted while waiting for Redis", e);
    }
  }
}
