package dev.orders.queue;

/**
 * What Redis could promise for what it had acknowledged.
 *
 * @param isDurable true when it survives the death of the server that acknowledged it
 * @param how by what it survives; else why nobody can tell that it does. A few words for people
 */
public record Durability(boolean isDurable, String how) {

  /** It survives, by this. */
  public static Durability by(String how) {
    return new Durability(true, how);
  }

  /** It may not survive, for this reason. */
  public static Durability none(String why) {
    return new Durability(false, why);
  }
}
