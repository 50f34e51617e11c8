package dev.orders.queue;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A worker as it presents itself, and as readers see it.
 *
 * @param id unique, {@code [A-Za-z0-9_-]{1,64}}
 * @param host the machine's name
 * @param pid its process id
 * @param queues what it is bound to
 * @param concurrency how many tasks it runs at once
 * @param startedAt when it registered
 * @param running the tasks in its hands that have been started
 * @param lastBeat server time of its last heartbeat; null in the worker's own presentation
 */
public record WorkerInfo(
    String id,
    String host,
    long pid,
    List<String> queues,
    int concurrency,
    Instant startedAt,
    List<TaskId> running,
    @Nullable Instant lastBeat) {}
