package dev.orders.worker;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of queues that are passed over because of a damaged key: once when that begins, and once
 * when it is over. Used by one thread.
 */
final class Detour {

  private static final Logger LOG = LoggerFactory.getLogger(Detour.class);

  private List<String> told = List.of();

  /** These keys have the wrong type now, and no others. */
  void round(List<String> damaged) {
    for (String key : damaged) {
      if (!told.contains(key)) {
        LOG.warn("passing over a queue: {} has the wrong type. See \"orders audit\".", key);
      }
    }
    for (String key : told) {
      if (!damaged.contains(key)) {
        LOG.info("{} has the right type again", key);
      }
    }
    told = damaged;
  }
}
