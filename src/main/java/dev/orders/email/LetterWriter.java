package dev.orders.email;

import dev.orders.order.Order;
import dev.orders.queue.Delivery;
import dev.orders.queue.PermanentFailureException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.ZonedDateTime;
import java.util.Objects;

/**
 * Composes the letters. What a letter says follows from the order and the settings alone, so the
 * same task yields the same letter, byte for byte, however often it is delivered. Thread-safe.
 */
public final class LetterWriter {

  /** Long enough for any name, short enough for a header and a greeting. */
  private static final int LONGEST_NAME = 60;

  private final MailSettings settings;
  private final Phrases phrases;

  /** Writes as the settings say. */
  public LetterWriter(MailSettings settings) {
    this.settings = settings;
    this.phrases = new Phrases(settings.locale());
  }

  /** Tells the customer that the order has been accepted. */
  Letter confirmation(Delivery delivery, Order order) throws PermanentFailureException {
    Content content = contents(delivery).confirmation(order);
    return letter(delivery, order, "confirmation.subject", content);
  }

  /** Tells the customer that the order is on its way. */
  Letter notice(Delivery delivery, Order order, String trackingNumber)
      throws PermanentFailureException {
    Content content = contents(delivery).notice(order, trackingNumber);
    return letter(delivery, order, "notice.subject", content);
  }

  /** What {@link ConfirmationHandler} sends, for somebody to look at. */
  public Preview confirmationPreview(Delivery delivery, Order order)
      throws PermanentFailureException {
    return Preview.of(confirmation(delivery, order));
  }

  /** What {@link NoticeHandler} sends, for somebody to look at; there is a tracking number. */
  public Preview noticePreview(Delivery delivery, Order order) throws PermanentFailureException {
    String tracking = Objects.requireNonNull(delivery.order().trackingNumber());
    return Preview.of(notice(delivery, order, tracking));
  }

  private Contents contents(Delivery delivery) {
    return new Contents(phrases, settings.locale(), delivery.id().orderId(), date(delivery));
  }

  private Letter letter(Delivery delivery, Order order, String subject, Content content)
      throws PermanentFailureException {
    String name = name(order);
    return new Letter(
        delivery.effectName(),
        settings.sender(),
        recipient(order.customerEmail(), name),
        date(delivery),
        phrases.get(subject, name, Long.toString(delivery.id().orderId())),
        body(content));
  }

  /** What the customer is called, in a header and in the greeting. */
  static String name(Order order) {
    return CleanText.line(order.customerName(), LONGEST_NAME);
  }

  private ZonedDateTime date(Delivery delivery) {
    return delivery.order().createdAt().atZone(settings.zone());
  }

  private Letter.Body body(Content content) {
    String shop = settings.name();
    return new Letter.Body(
        new TextBody(phrases, shop).render(content), new HtmlBody(phrases, shop).render(content));
  }

  private static InternetAddress recipient(String address, String name)
      throws PermanentFailureException {
    try {
      return Addresses.of(address, name);
    } catch (AddressException e) {
      throw new PermanentFailureException("customer_email is " + e.getMessage());
    }
  }
}
