package dev.orders.app;

import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Operations;
import dev.orders.redis.RedisOptions;
import dev.orders.redis.RedisStore;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: makes the parts that a command needs, on first use, and closes them. A
 * command that needs no Redis never connects. Used by one thread; the parts are thread-safe.
 */
public final class Services implements AutoCloseable {

  private final Settings settings;
  private @Nullable RedisStore store;

  /** Nothing is made or connected yet. */
  public Services(Settings settings) {
    this.settings = settings;
  }

  /** What the parts are made after. */
  public Settings settings() {
    return settings;
  }

  /** Where orders come in. */
  public Intake intake() {
    return store().intake();
  }

  /** What operators change. */
  public Operations operations() {
    return store().operations();
  }

  /** Reads the queue's records. */
  public Inspector inspector() {
    return store().inspector();
  }

  /** Finds orders and tasks. */
  public Lookup lookup() {
    return new Lookup(inspector());
  }

  /** Takes orders in. */
  public OrderSubmitter submitter() {
    return new OrderSubmitter(this::intake, this::inspector);
  }

  /** Follows orders and tasks to their end. */
  public Tracker tracker() {
    return new Tracker(inspector());
  }

  /** A worker that has not started yet. */
  public WorkerRun worker(WorkerTerms terms) {
    return WorkerRun.of(store().broker(), settings, terms);
  }

  /** Texts in the language of the settings. */
  public Messages messages() {
    return new Messages(settings.locale());
  }

  @Override
  public void close() {
    if (store != null) {
      store.close();
    }
  }

  private RedisStore store() {
    if (store == null) {
      store = connect();
    }
    return store;
  }

  private RedisStore connect() {
    RedisOptions options =
        new RedisOptions(
            settings.redisUrl(),
            settings.redisPassword().orElse(null),
            settings.namespace(),
            settings.retention());
    try {
      return RedisStore.connect(options);
    } catch (IllegalArgumentException e) {
      // The URL is not shown: it may hold a password.
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "ORDERS_REDIS_URL (or --redis) is not a Redis URL; it must be like redis://localhost:6379/0,"
              + " rediss://… for TLS, or redis-sentinel://….",
          e);
    }
  }
}
