package dev.orders.redis;

import dev.orders.queue.AuditReport.Finding;
import dev.orders.queue.Flaw;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an audit has found, each once. */
final class FoundFlaws implements Flaws {

  private final Map<Flaw, Set<String>> items = new EnumMap<>(Flaw.class);

  @Override
  public void add(Flaw flaw, String item) {
    items.computeIfAbsent(flaw, none -> new LinkedHashSet<>()).add(item);
  }

  /**
   * By check. A task that is only unlisted is not missing; one that nobody misses is a stranger.
   */
  List<Finding> findings() {
    Set<String> missing = items.getOrDefault(Flaw.MISSING_TASK, new HashSet<>());
    Set<String> unlisted = items.getOrDefault(Flaw.UNLISTED_TASK, new HashSet<>());
    List<String> strangers = unlisted.stream().filter(task -> !missing.remove(task)).toList();
    strangers.forEach(unlisted::remove);
    strangers.forEach(task -> add(Flaw.UNEXPECTED_TASK, task));
    return items.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> new Finding(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }
}
