package dev.orders.bench;

import java.util.Locale;

/** What can be measured; the names are the fields of the JSON. Not every bench measures all. */
public enum Figure {
  /** How many of what the bench counts are done in a second. */
  PER_SECOND("done a second"),
  /** How many Redis alone can do with the same scripts. */
  SERVER_PER_SECOND("the server alone"),
  /** The first in percent of the second. */
  PERCENT_OF_SERVER("percent of that"),
  /** Microseconds of the server's processor for each; missing where INFO may not be asked. */
  SERVER_US_EACH("server µs each"),
  /** Tasks that follow from what is done in a second. */
  TASKS_PER_SECOND("tasks a second"),
  /** Milliseconds for each. */
  MS_EACH("ms each"),
  /** From the submission to the start of the handler, or for each, in half of the cases at most. */
  P50_MS("half within, ms"),
  /** The same in 99 of 100 cases. */
  P99_MS("99 % within, ms"),
  /** From the submission to the start of the first of an order's handlers, in half of them. */
  FIRST_P50_MS("half of the orders begun within, ms"),
  /** The same in 99 of 100 cases. */
  FIRST_P99_MS("99 % of the orders begun within, ms"),
  /** From the moment a scheduled task is due to its start, in half of the cases at most, in ms. */
  LATE_P50_MS("half late by, ms"),
  /** The same in 99 of 100 cases. */
  LATE_P99_MS("99 % late by, ms"),
  /** The same from the moment a failed task is due again to its second start, in half of them. */
  RETRY_LATE_P50_MS("half of the retries late by, ms"),
  /** The same in 99 of 100 cases. */
  RETRY_LATE_P99_MS("99 % of the retries late by, ms"),
  /** Microseconds of the server's processor for each task while few wait. */
  SHALLOW_US_EACH("server µs each, few waiting"),
  /** The same while all of them wait. */
  DEEP_US_EACH("server µs each, all waiting"),
  /** Tasks that an audit looks at in a second. */
  AUDIT_PER_SECOND("tasks audited a second"),
  /** Bytes that Redis needs for each while it is open, its body included. */
  REDIS_BYTES_EACH("bytes in Redis each"),
  /** Bytes of that body. */
  BODY_BYTES_EACH("bytes of its body"),
  /** Units of 1,024 bytes of each file. */
  KB_EACH("KB each");

  private final String words;

  Figure(String words) {
    this.words = words;
  }

  /** Its name in JSON, such as {@code per_second}. */
  public String field() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its name for people. */
  public String words() {
    return words;
  }
}
