package dev.orders.queue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a queue stands.
 *
 * @param name the queue
 * @param pending waiting for a worker
 * @param active in workers' hands
 * @param delayed waiting for their time
 * @param dead failed for good
 * @param oldest age of the task that has waited longest in pending; null when none waits
 * @param paused true when nothing is delivered
 */
public record QueueStats(
    String name,
    long pending,
    long active,
    long delayed,
    long dead,
    @Nullable Duration oldest,
    boolean paused) {}
