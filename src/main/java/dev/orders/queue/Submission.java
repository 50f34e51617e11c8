package dev.orders.queue;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way in.
 *
 * @param body its JSON
 * @param fingerprint SHA-256 of its canonical form, 64 hex digits: tells whether a key is used
 *     again for the same order
 * @param idempotencyKey {@code [A-Za-z0-9_-]{1,64}}; null when there is none
 * @param delay how long its tasks wait; zero starts them at once
 * @param tasks what follows from it
 */
public record Submission(
    String body,
    String fingerprint,
    @Nullable String idempotencyKey,
    Duration delay,
    List<TaskType> tasks) {}
