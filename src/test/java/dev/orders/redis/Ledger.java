package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every raw key of a partition and checks what must hold after each step, whatever has
 * happened before: every unfinished task lies in exactly one place, the place that its state names,
 * and orders are counted right.
 */
record Ledger(TestStore store, List<String> queues) {

  private static final Set<String> OVER = Set.of("SUCCESS", "REVOKED");

  /** Fails with what is wrong. */
  void check() {
    Map<String, String> places = places();
    List<String> wrong = new ArrayList<>();
    Map<String, Map<String, String>> tasks = hashes("task:");
    tasks.forEach((id, task) -> checkTask(id, task, places.remove(id), wrong));
    places.forEach((id, place) -> wrong.add(id + " lies in " + place + " and is no task"));
    Map<String, Map<String, String>> orders = hashes("order:");
    orders.forEach((id, order) -> checkOrder(id, order, tasks, wrong));
    checkCounts(orders.size(), wrong);
    assertThat(wrong).isEmpty();
    assertThat(store.standing().quarantine()).isEmpty();
  }

  private static void checkTask(
      String id, Map<String, String> task, @Nullable String place, List<String> wrong) {
    boolean isRight =
        switch (task.get("state")) {
          case "PENDING" -> isOneOf(place, "pending", "delayed");
          case "STARTED", "PROGRESS" -> isOneOf(place, "lease");
          case "RETRY" -> isOneOf(place, "delayed");
          case "FAILURE" -> isOneOf(place, "dead");
          default -> place == null;
        };
    boolean isInItsQueue = place == null || place.startsWith(task.get("queue") + ":");
    if (!isRight || !isInItsQueue) {
      wrong.add(id + " is " + task.get("state") + " and lies in " + place);
    }
  }

  private static boolean isOneOf(@Nullable String place, String... kinds) {
    return place != null && List.of(kinds).contains(place.substring(place.indexOf(':') + 1));
  }

  private void checkOrder(
      String id,
      Map<String, String> order,
      Map<String, Map<String, String>> tasks,
      List<String> wrong) {
    List<String> open = new ArrayList<>();
    for (String name : order.get("tasks").split(" ")) {
      String state = tasks.getOrDefault(id + "-" + name, Map.of()).getOrDefault("state", "none");
      if (!OVER.contains(state)) {
        open.add(name + " " + state);
      }
    }
    boolean isClosed = store.raw().zscore(store.keys().prefix() + "closed", id) != null;
    if (!order.get("open").equals(Integer.toString(open.size())) || isClosed != open.isEmpty()) {
      wrong.add(
          "order %s has open=%s closed=%s: %s".formatted(id, order.get("open"), isClosed, open));
    }
  }

  /** Accepted = those that are there + those that were purged. */
  private void checkCounts(int orders, List<String> wrong) {
    Map<String, String> counts = store.raw().hgetall(store.keys().prefix() + "count");
    int accepted = Integer.parseInt(counts.getOrDefault("accepted", "0"));
    int purged = Integer.parseInt(counts.getOrDefault("purged", "0"));
    if (accepted != orders + purged) {
      wrong.add("%d accepted, %d there, %d purged".formatted(accepted, orders, purged));
    }
  }

  /** Where each id lies; one that lies in two places names both. */
  private Map<String, String> places() {
    Map<String, String> places = new HashMap<>();
    for (String queue : queues) {
      Keys.Partition keys = store.keys();
      note(places, store.raw().lrange(keys.pending(queue), 0, -1), queue + ":pending");
      note(places, store.raw().zrange(keys.lease(queue), 0, -1), queue + ":lease");
      note(places, store.raw().zrange(keys.delayed(queue), 0, -1), queue + ":delayed");
      note(places, store.raw().zrange(keys.dead(queue), 0, -1), queue + ":dead");
    }
    return places;
  }

  private static void note(Map<String, String> places, List<String> ids, String place) {
    ids.forEach(id -> places.merge(id, place, (one, two) -> one + " and " + two));
  }

  private Map<String, Map<String, String>> hashes(String kind) {
    String prefix = store.keys().prefix() + kind;
    Map<String, Map<String, String>> hashes = new HashMap<>();
    for (String key : store.raw().keys(prefix + "*")) {
      hashes.put(key.substring(prefix.length()), store.raw().hgetall(key));
    }
    return hashes;
  }
}
