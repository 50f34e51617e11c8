package dev.orders.redis;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A script to be run.
 *
 * @param key names the partition, or is the key that the script is about
 */
record ScriptCall(Script script, String key, List<String> arguments) {

  /** One that is under way: by its digest first, which suffices once a server knows the script. */
  record Sent<T>(ScriptCall call, RedisFuture<T> future) {

    /** Its answer; sends the script itself where it is not known yet. */
    T answer(RedisClusterAsyncCommands<String, String> redis, Duration atMost) throws Exception {
      return answer(redis, atMost, Awaiting::future);
    }

    /** The same where answers are waited for in another way. */
    T answer(RedisClusterAsyncCommands<String, String> redis, Duration atMost, Awaiting awaiting)
        throws Exception {
      try {
        return awaiting.await(future, atMost);
      } catch (Exception e) {
        if (Trouble.isNoScript(e)) {
          return awaiting.await(call.inFull(redis), atMost);
        }
        throw e;
      }
    }
  }

  <T> Sent<T> sentBy(RedisClusterAsyncCommands<String, String> redis) {
    return new Sent<>(
        this, redis.evalsha(script.sha(), script.output(), script.keys(key), values()));
  }

  private <T> RedisFuture<T> inFull(RedisClusterAsyncCommands<String, String> redis) {
    return redis.eval(script.text(), script.output(), script.keys(key), values());
  }

  private String[] values() {
    return arguments.toArray(String[]::new);
  }

  /** Sends all of them, then waits for all; each may fail by itself. */
  static <T> List<Outcome<T>> outcomes(
      RedisClusterAsyncCommands<String, String> redis, List<ScriptCall> calls, Duration atMost)
      throws InterruptedException {
    List<Sent<T>> sent = calls.stream().map(call -> call.<T>sentBy(redis)).toList();
    long deadline = System.nanoTime() + atMost.toNanos();
    List<Outcome<T>> outcomes = new ArrayList<>(sent.size());
    for (Sent<T> one : sent) {
      try {
        Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
        outcomes.add(new Outcome<>(one.answer(redis, left), null));
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        outcomes.add(new Outcome<>(null, e));
      }
    }
    return outcomes;
  }
}
