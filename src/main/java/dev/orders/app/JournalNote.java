package dev.orders.app;

import dev.orders.queue.Receipt;
import java.util.Map;

/** The lines of a journal that are no orders. */
final class JournalNote {

  private static final String END = "entries";
  private static final String ANSWER = "answer";
  private static final String VERDICT = "verdict";
  private static final String MOVE = "moved_to";

  private JournalNote() {}

  /** Says that all orders are written. */
  static String end(long entries) {
    return JournalLine.write(json -> json.writeNumberProperty(END, entries));
  }

  static boolean isEnd(Map<String, String> fields) {
    return fields.containsKey(END);
  }

  /** Says what the queue answered to an order. */
  static String answer(long entry, Receipt.Verdict verdict, long orderId) {
    return JournalLine.write(
        json -> {
          json.writeNumberProperty(ANSWER, entry);
          json.writeStringProperty(VERDICT, verdict.name());
          json.writeNumberProperty("order_id", orderId);
        });
  }

  static boolean isAnswer(Map<String, String> fields) {
    return fields.containsKey(ANSWER);
  }

  /** Which order was answered. */
  static int answered(Map<String, String> fields) {
    return Integer.parseInt(fields.getOrDefault(ANSWER, ""));
  }

  /** True when the answer was that the queue has the order. */
  static boolean isAcceptance(Map<String, String> fields) {
    return !Receipt.Verdict.CONFLICT.name().equals(fields.get(VERDICT));
  }

  /** Says that the orders go to another installation from now on. */
  static String move(String instance) {
    return JournalLine.write(json -> json.writeStringProperty(MOVE, instance));
  }

  static boolean isMove(Map<String, String> fields) {
    return fields.containsKey(MOVE);
  }

  static String movedTo(Map<String, String> fields) {
    return fields.getOrDefault(MOVE, "");
  }
}
