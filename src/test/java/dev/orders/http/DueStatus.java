package dev.orders.http;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** With which statuses a call may be answered, as far as that is known before it is made. */
final class DueStatus {

  /** What may come only of a request, or of a server, that is at fault in this way. */
  private static final Set<Integer> FAULTS =
      Set.of(400, 401, 403, 404, 408, 413, 415, 421, 422, 429, 500, 503);

  private final Set<Integer> mustBe = new TreeSet<>();
  private final Set<Integer> mayBe = new TreeSet<>();
  private boolean isSettled;

  /** The request has this fault; where there are several, any of them may be told. */
  void fault(int status) {
    (isSettled ? mayBe : mustBe).add(status);
  }

  /** The request may have these faults. */
  void maybe(Set<Integer> statuses) {
    mayBe.addAll(statuses);
  }

  /** This comes first, whatever else is wrong. */
  void only(int status) {
    if (!isSettled) {
      mustBe.clear();
      mayBe.clear();
      mustBe.add(status);
    }
  }

  /** As {@link #only}, and nothing that is said later changes it. */
  void settle(int status) {
    only(status);
    isSettled = true;
  }

  boolean isOnly(int status) {
    return mustBe.equals(Set.of(status));
  }

  /** True when this status may come of a call of this operation. */
  boolean allows(int status, JsonNode operation) {
    if (!mustBe.isEmpty()) {
      return mustBe.contains(status) || mayBe.contains(status);
    }
    boolean isDocumented = operation.get("responses").has(Integer.toString(status));
    return isDocumented && (!FAULTS.contains(status) || mayBe.contains(status));
  }

  @Override
  public String toString() {
    return "must be " + mustBe + ", may be " + mayBe;
  }
}
