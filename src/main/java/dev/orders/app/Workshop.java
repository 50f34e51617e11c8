package dev.orders.app;

import dev.orders.email.ConfirmationHandler;
import dev.orders.email.DisabledMailer;
import dev.orders.email.LetterWriter;
import dev.orders.email.MailSettings;
import dev.orders.email.Mailer;
import dev.orders.email.NoticeHandler;
import dev.orders.email.OnUncertain;
import dev.orders.email.OutboxMailer;
import dev.orders.email.SmtpMailer;
import dev.orders.email.SmtpSettings;
import dev.orders.invoice.InvoiceHandler;
import dev.orders.invoice.InvoiceRenderer;
import dev.orders.invoice.Seller;
import dev.orders.queue.TaskHandler;
import dev.orders.shipping.Carrier;
import dev.orders.shipping.CarrierUrl;
import dev.orders.shipping.HttpCarrier;
import dev.orders.shipping.LocalCarrier;
import dev.orders.shipping.ShippingHandler;
import dev.orders.shipping.StatusHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes the handlers and their adapters: the real one where the settings name a server, else one
 * that needs nothing.
 */
final class Workshop {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  private final Settings settings;

  Workshop(Settings settings) {
    this.settings = settings;
  }

  TaskHandler confirmation() {
    return new ConfirmationHandler(letters(), mailer());
  }

  TaskHandler notice() {
    return new NoticeHandler(letters(), mailer());
  }

  TaskHandler invoice() {
    InvoiceRenderer renderer = invoiceRenderer();
    warmUp(renderer);
    return new InvoiceHandler(renderer, settings.invoiceDirectory());
  }

  /** In the background, so that the worker's start does not wait for it. */
  private static void warmUp(InvoiceRenderer renderer) {
    Thread thread = new Thread(renderer::warmUp, "invoice-warm-up");
    thread.setDaemon(true);
    thread.start();
  }

  InvoiceRenderer invoiceRenderer() {
    Seller seller =
        new Seller(
            settings.seller("NAME"),
            settings.seller("ADDRESS"),
            settings.seller("REGISTRATION"),
            settings.seller("PHONE"),
            settings.seller("EMAIL"));
    return new InvoiceRenderer(seller, settings.locale(), settings.zone());
  }

  TaskHandler shipping() {
    return new ShippingHandler(carrier(), TaskTypes.NOTICE);
  }

  TaskHandler status() {
    return new StatusHandler();
  }

  LetterWriter letters() {
    return checked(
        "ORDERS_MAIL_FROM",
        () ->
            new LetterWriter(
                new MailSettings(settings.mailFrom(), settings.locale(), settings.zone())));
  }

  private Mailer mailer() {
    OnUncertain onUncertain =
        settings.onUncertain(); // a wrong word is refused whoever carries the mail
    if (!settings.emailEnabled()) {
      return new DisabledMailer();
    }
    Optional<String> url = settings.smtpUrl();
    if (url.isEmpty()) {
      return new OutboxMailer(settings.outboxDirectory());
    }
    return checked(
        "ORDERS_SMTP_URL",
        () ->
            new SmtpMailer(
                SmtpSettings.parse(url.get(), settings.smtpPassword().orElse(null)), onUncertain));
  }

  private Carrier carrier() {
    Optional<String> url = settings.carrierUrl();
    if (url.isEmpty()) {
      LocalCarrier.Trouble trouble =
          new LocalCarrier.Trouble(settings.carrierFailureRate(), settings.carrierDelay());
      return new LocalCarrier(trouble, new Random(), settings.zone());
    }
    HttpCarrier.Timeouts timeouts = new HttpCarrier.Timeouts(CONNECT_TIMEOUT, ANSWER_TIMEOUT);
    return checked(
        "ORDERS_CARRIER_URL or ORDERS_CARRIER_TOKEN",
        () ->
            new HttpCarrier(
                CarrierUrl.parse(url.get()),
                settings.carrierToken().orElse(null),
                timeouts,
                Clock.systemUTC()));
  }

  /** An adapter refuses its setting without repeating it, since it may hold a secret. */
  private static <T> T checked(String variable, Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          ProblemException.Reason.USAGE, "%s is wrong: %s.".formatted(variable, e.getMessage()), e);
    }
  }
}
