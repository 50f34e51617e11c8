package dev.orders.redis;

import dev.orders.queue.TaskState;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A task within an {@link OrderPicture}. */
record TaskPicture(long orderId, List<?> raw) {

  private static final Set<String> STATES =
      Arrays.stream(TaskState.values()).map(Enum::name).collect(Collectors.toSet());

  private static final Set<String> ENDED = Set.of("SUCCESS", "REVOKED");

  String id() {
    return orderId + "-" + name();
  }

  String name() {
    return (String) raw.get(0);
  }

  /** True when its order lists it, but there is nothing of it. */
  boolean isMissing() {
    return raw.get(1).equals("NONE");
  }

  /** True when there is a hash. */
  boolean isHash() {
    return raw.get(1).equals("HASH");
  }

  /** True when the hash says where it stands, in whatever words. */
  boolean isReadable() {
    return isHash() && state() != null && queue() != null;
  }

  @Nullable String state() {
    return text(2);
  }

  @Nullable String queue() {
    return text(3);
  }

  boolean isKnownState() {
    return isKnown(state());
  }

  /** True when it is SUCCESS or REVOKED. */
  boolean hasEnded() {
    return hasEnded(state());
  }

  @Nullable String deliveries() {
    return text(4);
  }

  @Nullable String failures() {
    return text(5);
  }

  @Nullable String crashes() {
    return text(6);
  }

  /** True when it came into its queue after that moment of server time, in milliseconds. */
  boolean wasEnqueuedAfter(long moment) {
    String enqueued = text(7);
    return enqueued != null && Books.whole(enqueued).orElse(0) > moment;
  }

  /** True when the set that its state names does not have it. */
  boolean isOutOfPlace() {
    return isReadable() && Long.valueOf(0).equals(raw.get(8));
  }

  /** True when it should stand in its queue's list. */
  boolean isInList() {
    return isReadable() && Long.valueOf(2).equals(raw.get(8));
  }

  private @Nullable String text(int index) {
    return OrderPicture.text(raw, index);
  }

  static boolean isKnown(@Nullable String state) {
    return state != null && STATES.contains(state);
  }

  static boolean hasEnded(@Nullable String state) {
    return state != null && ENDED.contains(state);
  }
}
