package dev.orders.redis;

import dev.orders.queue.Minute;
import dev.orders.queue.TaskId;

/** Every key in one place, as {@code docs/decisions.md} and the scripts know them. */
final class Keys {

  private final String namespace;

  Keys(String namespace) {
    this.namespace = namespace;
  }

  /** What all keys begin with. */
  String namespace() {
    return namespace;
  }

  /** What all clients agree on: partitions, schema, instance. */
  String meta() {
    return namespace + ":meta";
  }

  /** The live workers by their last beat. */
  String workers() {
    return namespace + ":workers";
  }

  /** What fits all keys of the namespace, and no others: its letters mean nothing in a pattern. */
  String pattern() {
    return namespace + ":*";
  }

  /** The keys of one partition, which share a hash tag and so a slot. */
  Partition partition(long number) {
    return new Partition(namespace + ":{" + number + "}:");
  }

  /** The keys of one partition. */
  record Partition(String prefix) {

    /**
     * Never exists; named by every script, beside {@code nevermore}, for the reason that
     * part/base.lua gives.
     */
    String never() {
      return prefix + "never";
    }

    String order(long id) {
      return prefix + "order:" + id;
    }

    /** The order that has an idempotency key. */
    String idem(String key) {
      return prefix + "idem:" + key;
    }

    String body(long id) {
      return prefix + "body:" + id;
    }

    String task(TaskId id) {
      return prefix + "task:" + id;
    }

    String worker(String id) {
      return prefix + "worker:" + id;
    }

    String pending(String queue) {
      return prefix + queue + ":pending";
    }

    String lease(String queue) {
      return prefix + queue + ":lease";
    }

    String delayed(String queue) {
      return prefix + queue + ":delayed";
    }

    String dead(String queue) {
      return prefix + queue + ":dead";
    }

    String wake(String queue) {
      return prefix + queue + ":wake";
    }

    String paused() {
      return prefix + "paused";
    }

    String log(TaskId id) {
      return prefix + "log:" + id;
    }

    String trail(long order) {
      return prefix + "trail:" + order;
    }

    String count() {
      return prefix + "count";
    }

    /** The counts of a minute since 1970; a day later its place is used again. */
    String minute(long number) {
      return prefix + "minute:" + number % Minute.KEPT;
    }

    String closed() {
      return prefix + "closed";
    }

    String quarantine() {
      return prefix + "quarantine";
    }

    String events() {
      return prefix + "events";
    }

    /** Counts the partition's orders. */
    String next() {
      return prefix + "next";
    }
  }
}
