package dev.orders.redis;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What about a server can cost orders, as it tells of itself in INFO: a version that lacks commands
 * we use, and a policy that throws keys away when memory is full.
 */
final class Hazards {

  private static final int[] OLDEST = {6, 2};

  private final Map<String, String> info;

  Hazards(String info) {
    this.info = fields(info);
  }

  /** What INFO tells, by name. */
  static Map<String, String> fields(String info) {
    Map<String, String> fields = new TreeMap<>();
    info.lines()
        .map(line -> line.split(":", 2))
        .filter(parts -> parts.length == 2)
        .forEach(parts -> fields.put(parts[0], parts[1].strip()));
    return fields;
  }

  /** Sentences for the operator; empty when all is well. Refuses a server that is too old. */
  List<String> warnings() {
    refuseOldServer();
    List<String> warnings = new ArrayList<>();
    String policy = info.getOrDefault("maxmemory_policy", "noeviction");
    if (!policy.equals("noeviction")) {
      warnings.add(
          "Redis may throw orders away when its memory is full (maxmemory-policy %s)."
                  .formatted(policy)
              + " Set it to noeviction.");
    }
    if ("0".equals(info.get("aof_enabled"))) {
      warnings.add(
          "Redis forgets what it took in since its last snapshot when it dies (appendonly no)."
              + " Set appendonly to yes.");
    }
    return warnings;
  }

  private void refuseOldServer() {
    String version = info.getOrDefault("redis_version", "6.2");
    String[] parts = version.split("\\.");
    int major = Integer.parseInt(parts[0]);
    int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
    boolean isTooOld = major < OLDEST[0] || (major == OLDEST[0] && minor < OLDEST[1]);
    if (isTooOld) {
      throw new BrokerException(
          Reason.INCOMPATIBLE,
          "this Redis is version %s; orders needs 6.2 or newer (or Valkey).".formatted(version),
          null);
    }
  }
}
