package dev.orders.cli;

import dev.orders.app.Timeline;
import dev.orders.app.Timeline.Fate;
import dev.orders.app.Timeline.Lane;
import dev.orders.app.Timeline.Turn;
import dev.orders.queue.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws a task's turns on a scale, a letter a column. What ran is never hidden by anything else.
 */
final class LaneBar {

  /** What the columns of a bar show; the later ones are drawn over the others. */
  enum Phase {
    WAITING('░'),
    DELAYED('·'),
    DEAD('x'),
    RUNNING('█');

    private final char letter;

    Phase(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  /**
   * Some columns of one phase.
   *
   * @param state of the task at its end, for its colour
   */
  private record Piece(Phase phase, TaskState state, Instant from, Instant to) {}

  private final TimeScale scale;
  private final @Nullable Piece[] cells;

  private LaneBar(TimeScale scale, int columns) {
    this.scale = scale;
    this.cells = new Piece[columns];
  }

  /** The bar of a task. */
  static String of(Lane lane, Timeline timeline, TimeScale scale, int columns, Ink ink) {
    LaneBar bar = new LaneBar(scale, columns);
    List<Piece> pieces = pieces(lane, timeline.until());
    for (Phase phase : Phase.values()) {
      pieces.stream().filter(piece -> piece.phase() == phase).forEach(bar::draw);
    }
    return bar.text(ink);
  }

  private static List<Piece> pieces(Lane lane, Instant now) {
    List<Piece> pieces = new ArrayList<>();
    List<Turn> turns = lane.turns();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      TaskState state = state(turn.fate());
      Instant ended = turn.ended() == null ? now : turn.ended();
      Instant started = turn.started() == null ? ended : turn.started();
      Phase before = turn.fate() == Fate.DELAYED ? Phase.DELAYED : Phase.WAITING;
      pieces.add(new Piece(before, state, turn.enqueued(), started));
      if (turn.started() != null) {
        pieces.add(new Piece(Phase.RUNNING, state, started, ended));
      }
      boolean isLast = i == turns.size() - 1;
      Phase after = turn.fate() == Fate.RETRY ? Phase.DELAYED : Phase.DEAD;
      if (!isLast) {
        pieces.add(new Piece(after, state, ended, turns.get(i + 1).enqueued()));
      } else if (lane.task().state() == TaskState.FAILURE) {
        pieces.add(new Piece(Phase.DEAD, TaskState.FAILURE, ended, now));
      }
    }
    return pieces;
  }

  private static TaskState state(Fate fate) {
    return switch (fate) {
      case SUCCESS -> TaskState.SUCCESS;
      case RETRY, LOST, DELAYED -> TaskState.RETRY;
      case FAILURE -> TaskState.FAILURE;
      case REVOKED -> TaskState.REVOKED;
      case RUNNING -> TaskState.PROGRESS;
      case RELEASED, WAITING -> TaskState.PENDING;
    };
  }

  /** However short it was, it takes a column, unless it took no time at all. */
  private void draw(Piece piece) {
    boolean isNothing = !piece.to().isAfter(piece.from()) && piece.phase() != Phase.RUNNING;
    if (isNothing) {
      return;
    }
    int first = Math.min(cells.length - 1, (int) scale.at(piece.from()));
    int end = Math.min(cells.length, (int) Math.round(scale.at(piece.to())));
    Arrays.fill(cells, first, Math.max(first + 1, end), piece);
  }

  private String text(Ink ink) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (from < cells.length) {
      Piece piece = cells[from];
      int to = from;
      while (to < cells.length && Objects.equals(cells[to], piece)) {
        to++;
      }
      text.append(piece == null ? " ".repeat(to - from) : painted(piece, to - from, ink));
      from = to;
    }
    return text.toString().stripTrailing();
  }

  private static String painted(Piece piece, int columns, Ink ink) {
    String letters = String.valueOf(piece.phase().letter()).repeat(columns);
    return piece.phase() == Phase.WAITING ? letters : ink.state(piece.state(), letters);
  }
}
