package dev.orders.app;

import dev.orders.email.OnUncertain;
import dev.orders.queue.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every setting, read when it is asked for, so that a verb never fails for a setting that it does
 * not use. A value that makes no sense is a {@link ProblemException} (USAGE) that names the
 * variable, the value and what is allowed.
 */
public final class Settings {

  /** Where Redis is. */
  public static final String REDIS_URL = "ORDERS_REDIS_URL";

  /** What all keys in Redis begin with. */
  public static final String NAMESPACE = "ORDERS_NAMESPACE";

  /** How long a task may run. */
  public static final String TIME_LIMIT = "ORDERS_TIME_LIMIT";

  /** What becomes of a letter of which nobody knows whether it has gone out. */
  public static final String ON_UNCERTAIN = "ORDERS_ON_UNCERTAIN";

  private final Variables variables;
  private final SettingReader reader;

  /** Settings from these texts; nothing is read yet. */
  public Settings(Variables variables) {
    this.variables = variables;
    this.reader = new SettingReader(variables);
  }

  /** Where Redis is, and how to get in. */
  public RedisSettings redis() {
    return new RedisSettings(variables, reader);
  }

  /** These settings with another Redis. */
  public Settings withRedis(String url) {
    return new Settings(variables.withFlag(REDIS_URL, url));
  }

  /** These settings with a flag before them; the same when it was not given. */
  public Settings with(String name, @Nullable String flag) {
    return new Settings(variables.withFlag(name, flag));
  }

  /** What all keys in Redis begin with. */
  public String namespace() {
    return reader.read(
        NAMESPACE,
        "orders",
        "1 to 64 letters, digits, underscores or hyphens",
        text -> Optional.of(text).filter(t -> t.matches("[A-Za-z0-9_-]{1,64}")));
  }

  /** How long an order is kept after its last task has ended well or was cancelled. */
  public Duration retention() {
    return reader.duration("ORDERS_RETENTION", Duration.ofDays(30));
  }

  /**
   * How long a worker may be silent before its tasks are given to another: at least a second, since
   * a heartbeat comes three times a lease and one may be late; at most a day, since the tasks of a
   * dead worker wait that long.
   */
  public Duration lease() {
    return reader.duration("ORDERS_LEASE", Duration.ofSeconds(30), "1s", "24h");
  }

  /** How long a task may run before it is interrupted, and has failed. */
  public Duration timeLimit() {
    return reader.duration(TIME_LIMIT, Duration.ofMinutes(5), "100ms", "30d");
  }

  /** How long a worker that was asked to end waits for what it runs. */
  public Duration shutdownGrace() {
    return reader.duration("ORDERS_SHUTDOWN_GRACE", Duration.ofSeconds(25));
  }

  /** When a queue's failed tasks run again. */
  public RetryPolicy retryPolicy(String queue) {
    RetryPolicy fallback = TaskTypes.retryPolicy(queue);
    String prefix = "ORDERS_" + queue.toUpperCase(Locale.ROOT);
    return new RetryPolicy(
        reader.count(prefix + "_RETRIES", fallback.retries()),
        reader.duration(prefix + "_RETRY_DELAY", fallback.delay()));
  }

  /** Where invoices go; absolute. */
  public Path invoiceDirectory() {
    return reader.directory("ORDERS_INVOICE_DIR", "invoices");
  }

  /** Where messages go when there is no mail server; absolute. */
  public Path outboxDirectory() {
    return reader.directory("ORDERS_OUTBOX_DIR", "outbox");
  }

  /** False when no e-mail is to be sent at all. */
  public boolean emailEnabled() {
    return reader.flag("ORDERS_EMAIL_ENABLED", true);
  }

  /** The mail server; may hold a password, so it is never printed. */
  public Optional<String> smtpUrl() {
    return variables.secret("ORDERS_SMTP_URL");
  }

  /** The password for the mail server, where it is not part of the URL. */
  public Optional<String> smtpPassword() {
    return variables.secret("ORDERS_SMTP_PASSWORD");
  }

  /** What becomes of a letter of which nobody knows whether it has gone out. */
  public OnUncertain onUncertain() {
    return reader.read(
        ON_UNCERTAIN,
        OnUncertain.RESEND,
        "resend or hold",
        text ->
            Arrays.stream(OnUncertain.values())
                .filter(value -> value.name().equalsIgnoreCase(text))
                .findFirst());
  }

  /** Who writes to the customers. */
  public String mailFrom() {
    return reader.text("ORDERS_MAIL_FROM", "orders@localhost");
  }

  /**
   * A part of the seller's block on invoices, such as {@code NAME}; null when it is to be left out.
   */
  public @Nullable String seller(String part) {
    return variables.find("ORDERS_SELLER_" + part).orElse(null);
  }

  /**
   * The carrier's address; empty for the local carrier. May hold a secret, so it is never printed.
   */
  public Optional<String> carrierUrl() {
    return variables.secret("ORDERS_CARRIER_URL");
  }

  /** What the carrier knows us by. */
  public Optional<String> carrierToken() {
    return variables.secret("ORDERS_CARRIER_TOKEN");
  }

  /** The share of shipments that the local carrier refuses, 0 to 1. */
  public double carrierFailureRate() {
    return reader.share("ORDERS_CARRIER_FAILURE_RATE", 0);
  }

  /** How long the local carrier takes. */
  public Duration carrierDelay() {
    return reader.duration("ORDERS_CARRIER_DELAY", Duration.ZERO);
  }

  /** What a client of the HTTP API must know to change anything. */
  public Optional<String> httpToken() {
    return variables.secret("ORDERS_HTTP_TOKEN");
  }

  /** What a client of the HTTP API must know to read, without personal data. */
  public Optional<String> httpReadToken() {
    return variables.secret("ORDERS_HTTP_READ_TOKEN");
  }

  /** Names by which the HTTP API may be called, besides localhost and addresses; lower case. */
  public Set<String> httpHosts() {
    return Arrays.stream(reader.text("ORDERS_HTTP_HOSTS", "").split(","))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The language of customers and of progress messages. */
  public Locale locale() {
    return reader.locale("ORDERS_LOCALE", Locale.KOREA);
  }

  /** The zone in which times are written. */
  public ZoneId zone() {
    return reader.zone("ORDERS_TIMEZONE", ZoneId.of("Asia/Seoul"));
  }
}
