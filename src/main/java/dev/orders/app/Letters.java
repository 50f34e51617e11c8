package dev.orders.app;

import dev.orders.email.LetterWriter;
import dev.orders.email.Preview;
import dev.orders.order.OrderJson;
import dev.orders.queue.Delivery;
import dev.orders.queue.Inspector;
import dev.orders.queue.OrderRecord;
import dev.orders.queue.PermanentFailureException;
import dev.orders.queue.TaskId;

/**
 * Shows the letters of orders. They are written anew, and are those that were sent as long as the
 * sender, the language and the time zone are. Thread-safe.
 */
public final class Letters {

  private final LetterWriter writer;
  private final Inspector inspector;

  Letters(LetterWriter writer, Inspector inspector) {
    this.writer = writer;
    this.inspector = inspector;
  }

  /** Which letter. */
  public enum Kind {
    /** That the order was accepted. */
    CONFIRMATION,
    /** That it is on its way. */
    NOTICE
  }

  /**
   * A letter, as its reader sees it.
   *
   * @param from a name and an address
   * @param to a name and an address
   * @param date RFC 3339
   * @param text what it says
   * @param html the same as a page
   */
  public record Sheet(
      String from, String to, String subject, String date, String text, String html) {}

  /**
   * A letter of an order; a {@link ProblemException} when there is no such order (NOT_FOUND), or
   * nothing to give notice of yet (CONFLICT).
   */
  public Sheet of(long orderId, Kind kind) {
    Target target = new Target(orderId, null);
    OrderRecord order = inspector.order(orderId).orElseThrow(target::unknown);
    String body = inspector.body(orderId).orElseThrow(target::unknown);
    if (kind == Kind.NOTICE && order.trackingNumber() == null) {
      throw new ProblemException(
          ProblemException.Reason.CONFLICT,
          "order %d has no tracking number yet, of which a notice could tell.".formatted(orderId));
    }
    return sheet(write(delivery(order, body, kind), kind));
  }

  private Delivery delivery(OrderRecord order, String body, Kind kind) {
    String task = (kind == Kind.NOTICE ? TaskTypes.NOTICE : TaskTypes.EMAIL).name();
    Delivery.Source source =
        new Delivery.Source(
            inspector.installation().instance(), order.createdAt(), order.trackingNumber(), body);
    return new Delivery(
        new TaskId(order.id(), task), "email", 1, 0, Delivery.Effect.NONE, null, source);
  }

  private Preview write(Delivery delivery, Kind kind) {
    try {
      return kind == Kind.NOTICE
          ? writer.noticePreview(delivery, OrderJson.parse(delivery.order().body()))
          : writer.confirmationPreview(delivery, OrderJson.parse(delivery.order().body()));
    } catch (PermanentFailureException e) {
      throw new ProblemException(
          ProblemException.Reason.CONFLICT, "no letter can be written: " + e.getMessage(), e);
    }
  }

  private static Sheet sheet(Preview letter) {
    return new Sheet(
        letter.from(),
        letter.to(),
        letter.subject(),
        letter.date().toOffsetDateTime().toString(),
        letter.text(),
        letter.html());
  }
}
