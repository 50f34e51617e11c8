package dev.orders.queue;

/**
 * A kind of task: what its ids end in and which queue carries it.
 *
 * @param name the task's name within an order, such as {@code invoice}
 * @param queue the queue it is delivered through, such as {@code email}
 */
public record TaskType(String name, String queue) {}
