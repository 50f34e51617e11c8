package dev.orders.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens. Used by one thread. */
public interface EventFeed extends AutoCloseable {

  /** In the place of a task's state: an audit has put the task right. */
  String REPAIRED = "REPAIRED";

  /**
   * The next events, oldest first; empty when nothing happened within {@code atMost} (capped at a
   * second). A reader that lags far behind misses events: they tell that something changed, the
   * task's record tells what is.
   */
  List<Event> next(Duration atMost);

  @Override
  void close();

  /**
   * One thing that happened.
   *
   * @param at server time
   * @param orderId the order
   * @param task the task's id in writing, or the empty string when it is about the order itself
   * @param state the task's new state, {@link #REPAIRED}, or the order's new status
   * @param progress 0 to 100
   * @param position where it was told; null when it was made of a record instead
   */
  record Event(
      Instant at,
      long orderId,
      String task,
      String state,
      int progress,
      @Nullable Position position) {}

  /**
   * What has happened since some position.
   *
   * @param events oldest first
   * @param isComplete false when more has happened than is kept, or than was asked for
   */
  record History(List<Event> events, boolean isComplete) {}

  /**
   * Where an event was told, so that a reader can go on behind it; written {@code
   * 0:1700000000000-0:2}.
   *
   * @param partition whose events they are
   * @param millis server time of the entry, in ms since 1970
   * @param sequence counts the entries of that millisecond from 0
   * @param index counts the events of the entry from 0
   */
  record Position(int partition, long millis, long sequence, int index)
      implements Comparable<Position> {

    private static final Pattern FORM =
        Pattern.compile("([0-9]{1,4}):([0-9]{1,15})-([0-9]{1,15}):([0-9]{1,6})");

    /** Reads what {@link #toString()} wrote; empty for any other text. */
    public static Optional<Position> parse(String text) {
      Matcher matcher = FORM.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      return Optional.of(
          new Position(
              Integer.parseInt(matcher.group(1)),
              Long.parseLong(matcher.group(2)),
              Long.parseLong(matcher.group(3)),
              Integer.parseInt(matcher.group(4))));
    }

    /** The id of its entry within the partition. */
    public String entry() {
      return millis + "-" + sequence;
    }

    /** The order of telling, which means something within a partition only. */
    @Override
    public int compareTo(Position other) {
      int byMillis = Long.compare(millis, other.millis);
      int byEntry = byMillis == 0 ? Long.compare(sequence, other.sequence) : byMillis;
      return byEntry == 0 ? Integer.compare(index, other.index) : byEntry;
    }

    @Override
    public String toString() {
      return partition + ":" + entry() + ":" + index;
    }
  }
}
