package dev.orders.cli;

/** What {@code -o} can say. */
enum Format {
  /** Aligned columns for people. */
  table,
  /** One document. */
  json,
  /** One JSON object a line. */
  jsonl,
  /** Bare ids, one a line. */
  id
}
