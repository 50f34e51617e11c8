package dev.orders.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the queue keeps of an order beside its JSON.
 *
 * @param id 1, 2, 3, …
 * @param status the word of the JSON contract, such as {@code shipped}
 * @param createdAt when it was accepted
 * @param updatedAt when its status last changed
 * @param trackingNumber null until the carrier gave one
 * @param idempotencyKey null when it came without one
 * @param fingerprint SHA-256 of its canonical form, hex
 * @param openTasks how many of its tasks are neither SUCCESS nor REVOKED
 * @param tasks its tasks in the order of their creation
 */
public record OrderRecord(
    long id,
    String status,
    Instant createdAt,
    Instant updatedAt,
    @Nullable String trackingNumber,
    @Nullable String idempotencyKey,
    String fingerprint,
    int openTasks,
    List<TaskId> tasks) {}
