package dev.orders.worker;

/**
 * What a worker has settled since its start, by what came of it.
 *
 * @param succeeded done
 * @param failed failed for good
 * @param retried failed and to be tried again
 * @param revoked cancelled while they ran
 * @param released given back untried
 * @param stale settled too late, or lost while they ran: somebody else has them
 */
public record WorkerCounts(
    long succeeded, long failed, long retried, long revoked, long released, long stale) {}
