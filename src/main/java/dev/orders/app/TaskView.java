package dev.orders.app;

import dev.orders.order.ShippingAddress;
import dev.orders.queue.Task;
import org.jspecify.annotations.Nullable;

/**
 * A task together with what its record does not hold but its readers want.
 *
 * @param task the queue's record
 * @param address where the order goes; null unless the task has registered a shipment
 */
public record TaskView(Task task, @Nullable ShippingAddress address) {}
