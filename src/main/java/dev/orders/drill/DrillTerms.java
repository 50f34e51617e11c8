package dev.orders.drill;

import dev.orders.app.ProblemException;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a drill is to be like.
 *
 * @param orders how many orders, 1 to 1,000,000
 * @param workers how many worker processes at a time, 1 to 64
 * @param faults how often each kind of thing goes wrong
 * @param seed what all chance is drawn from: the same seed makes the same orders and the same plan
 */
public record DrillTerms(int orders, int workers, Map<FaultKind, Integer> faults, long seed) {

  private static final int MOST_ORDERS = 1_000_000;
  private static final int MOST_WORKERS = 64;
  private static final int MOST_FAULTS = 100_000;
  private static final int KILLS_A_SIDE_DISH = 5;

  /** Refuses what is out of range with a {@link ProblemException}. */
  public DrillTerms {
    faults = Map.copyOf(faults);
    require("--orders", orders, 1, MOST_ORDERS);
    require("--workers", workers, 1, MOST_WORKERS);
  }

  /**
   * A drill on a Redis of its own. For every five kills, begun or whole, there is one pause and one
   * loss of the scripts.
   */
  public static DrillTerms of(
      int orders, int workers, int kills, int redisKills, int cuts, long seed) {
    require("--kills", kills, 0, MOST_FAULTS);
    require("--redis-kills", redisKills, 0, MOST_FAULTS);
    require("--cuts", cuts, 0, MOST_FAULTS);
    int some = (kills + KILLS_A_SIDE_DISH - 1) / KILLS_A_SIDE_DISH;
    return new DrillTerms(
        orders,
        workers,
        Map.of(
            FaultKind.KILL, kills,
            FaultKind.PAUSE, some,
            FaultKind.REDIS_KILL, redisKills,
            FaultKind.CUT, cuts,
            FaultKind.SCRIPT_FLUSH, some),
        seed);
  }

  /** The same drill for a Redis that others use: it is neither killed nor made to forget. */
  public DrillTerms sparingRedis() {
    Map<FaultKind, Integer> spared = new EnumMap<>(faults);
    spared.put(FaultKind.REDIS_KILL, 0);
    spared.put(FaultKind.SCRIPT_FLUSH, 0);
    return new DrillTerms(orders, workers, spared, seed);
  }

  int count(FaultKind kind) {
    return faults.getOrDefault(kind, 0);
  }

  private static void require(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "%s %d is not possible; it must be from %d to %d.".formatted(option, value, least, most));
    }
  }
}
