package dev.orders.drill;

/**
 * How far a drill is.
 *
 * @param orders how many orders were accepted
 * @param ordersInAll how many there will be
 * @param tasks how many tasks are done
 * @param tasksInAll how many there will be
 * @param faults how many faults were carried out
 * @param faultsInAll how many there will be
 */
public record DrillProgress(
    int orders, int ordersInAll, long tasks, long tasksInAll, int faults, int faultsInAll) {}
