package dev.orders.order;

/**
 * One value cut out of an input.
 *
 * @param end how it ended
 * @param line the line on which it begins; for one that is not whole, the line of the trouble
 * @param lastLine the line on which it ends
 * @param bytes its JSON; empty unless it is whole
 * @param trouble what is wrong with it; empty when it is whole
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once; never compared or changed.
record Frame(End end, long line, long lastLine, byte[] bytes, String trouble) {

  private static final byte[] NOTHING = {};

  enum End {
    /** Every bracket and string is closed; whether it is JSON is yet to be seen. */
    WHOLE,
    /** It is over a limit and was skipped; the next one can be read. */
    REFUSED,
    /** Where it ends cannot be known. */
    BROKEN
  }

  static Frame whole(long line, long lastLine, byte[] bytes) {
    return new Frame(End.WHOLE, line, lastLine, bytes, "");
  }

  static Frame refused(long line, String trouble) {
    return new Frame(End.REFUSED, line, line, NOTHING, trouble);
  }

  static Frame broken(long line, String trouble) {
    return new Frame(End.BROKEN, line, line, NOTHING, trouble);
  }

  boolean isBroken() {
    return end == End.BROKEN;
  }
}
