package dev.orders.app;

import dev.orders.queue.Broker;
import dev.orders.queue.Inspector;
import dev.orders.queue.Intake;
import dev.orders.queue.Operations;
import dev.orders.queue.TaskHandler;
import dev.orders.redis.RedisStore;
import dev.orders.redis.ServerReading;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: makes the parts that a command needs, on first use, and closes them. A
 * command that needs no Redis never connects. Used by one thread; the parts are thread-safe.
 */
public final class Services implements AutoCloseable {

  /** Somebody at a shell would rather wait than try again. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Settings settings;
  private final Duration patience;
  private boolean isBrief;
  private @Nullable RedisStore store;

  /** Nothing is made or connected yet. */
  public Services(Settings settings) {
    this(settings, PATIENCE);
  }

  /**
   * Nothing is made or connected yet.
   *
   * @param patience how long a request may wait for Redis
   */
  public Services(Settings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  /**
   * Goes through what a brief command is about to do, whatever its arguments are, so that it is
   * loaded by the time they have been read. Talks to nobody.
   */
  public static void rehearse() throws Exception {
    RedisStore.rehearse();
    new Messages(Locale.KOREA).accepted();
  }

  /** For a command that is over in a moment: what is quick to start, not to work. */
  public Services brief() {
    isBrief = true;
    return this;
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

  /** Tells the stories of orders. */
  public Timelines timelines() {
    return new Timelines(inspector());
  }

  /** Takes orders in. */
  public OrderSubmitter submitter() {
    return submitter(Assurance.NONE);
  }

  /** Takes orders in that are to survive more than usual. */
  public OrderSubmitter submitter(Assurance assurance) {
    return new OrderSubmitter(
        () -> assurance.durable() ? store().durableIntake() : intake(),
        this::inspector,
        this::journals,
        assurance.journal());
  }

  /** Brings in what a journal holds and Redis does not. */
  public Reconciler reconciler() {
    return new Reconciler(intake(), inspector(), journals());
  }

  private Journals journals() {
    return new Journals(inspector(), settings.namespace(), settings.retention());
  }

  /** Orders that are to be sent together. */
  public OrderBatch batch() {
    return new OrderBatch(intake(), inspector());
  }

  /** Goes through all orders, page by page. */
  public OrderPages pages() {
    return new OrderPages(inspector(), lookup());
  }

  /** Leafs through the tasks that lie somewhere. */
  public TaskPages taskPages() {
    return new TaskPages(inspector());
  }

  /** Says why tasks failed for good. */
  public Failures failures() {
    return new Failures(inspector());
  }

  /** Shows letters. */
  public Letters letters() {
    return new Letters(new Workshop(settings).letters(), inspector());
  }

  /** Makes invoices. */
  public Invoices invoices() {
    return new Invoices(
        new Workshop(settings).invoiceRenderer(), settings.invoiceDirectory(), inspector());
  }

  /** Shows whether the books balance. */
  public Audit audit() {
    return new Audit(store().auditor(), inspector(), settings);
  }

  /** Follows orders and tasks to their end. */
  public Tracker tracker() {
    return new Tracker(inspector());
  }

  /** A worker that has not started yet. */
  public WorkerRun worker(WorkerTerms terms) {
    return WorkerRun.of(store().broker(), settings, terms);
  }

  /** The same with other handlers, by the tasks' names. */
  public WorkerRun worker(WorkerTerms terms, Map<String, TaskHandler> handlers) {
    return WorkerRun.of(store().broker(), settings, terms, handlers);
  }

  /** What workers change. */
  public Broker broker() {
    return store().broker();
  }

  /** What the server tells of itself. */
  public ServerReading serverReading() {
    return store().serverReading();
  }

  /** Deletes everything that the namespace holds; for one that was made to try something out. */
  public void erase() {
    store().erase();
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
      store = Connecting.to(settings, patience, isBrief);
    }
    return store;
  }
}
