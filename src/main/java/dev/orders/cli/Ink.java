package dev.orders.cli;

import dev.orders.queue.TaskState;

/**
 * Colours for one stream; each stream decides for itself, since one may be a terminal and the other
 * a file.
 */
enum Ink {
  /** Writes the text as it is. */
  PLAIN,
  /** Wraps the text in ANSI colours. */
  COLOURED;

  /** Says when to colour. */
  enum When {
    auto,
    always,
    never
  }

  /**
   * @param noColour true when the environment says {@code NO_COLOR} or has a dumb terminal
   */
  static Ink of(When when, boolean isTerminal, boolean noColour) {
    boolean wanted = when == When.always || (when == When.auto && isTerminal && !noColour);
    return wanted ? COLOURED : PLAIN;
  }

  String error(String text) {
    return paint(text, 31);
  }

  String heading(String text) {
    return paint(text, 1);
  }

  String state(TaskState state, String text) {
    return switch (state) {
      case SUCCESS -> paint(text, 32);
      case FAILURE, REVOKED -> paint(text, 31);
      case RETRY -> paint(text, 33);
      case STARTED, PROGRESS -> paint(text, 36);
      case PENDING -> text;
    };
  }

  private String paint(String text, int code) {
    return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
  }
}
