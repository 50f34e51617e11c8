package dev.orders.queue;

import java.time.Instant;

/**
 * A fact that a task's handler has logged.
 *
 * @param task the task
 * @param at when it was written, by the server's clock; a little after it was logged
 * @param delivery which delivery of the task
 * @param fact its name, in snake_case
 * @param value its value
 */
public record LogEntry(TaskId task, Instant at, long delivery, String fact, String value) {}
