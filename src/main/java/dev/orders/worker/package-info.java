/**
 * The worker: takes tasks from the broker, runs their handlers and settles them.
 *
 * <p>One file an actor: {@link dev.orders.worker.FetchLoop} takes, {@link dev.orders.worker.Slots}
 * runs, {@link dev.orders.worker.Settler} settles, {@link dev.orders.worker.Heart} keeps the
 * leases, {@link dev.orders.worker.ProgressReporter} reports, {@link dev.orders.worker.Ending} ends
 * it all. Each has its own thread, so that a hung call of one never holds up another.
 */
@NullMarked
package dev.orders.worker;

import org.jspecify.annotations.NullMarked;
