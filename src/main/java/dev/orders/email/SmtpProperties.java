package dev.orders.email;

import dev.orders.email.SmtpSettings.Security;
import java.util.Properties;

/** The settings in the words of the mail library. */
final class SmtpProperties {

  private SmtpProperties() {}

  /** For one conversation, whose socket comes from the wire. */
  static Properties of(SmtpSettings settings, Wire wire) {
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", wire);
    // Otherwise a socket that the wire refuses would be made behind its back.
    put(properties, "socketFactory.fallback", false);
    put(properties, "auth", settings.login() != null);
    protect(properties, settings.security());
    String millis = Long.toString(settings.timeout().toMillis());
    for (String kind : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
      properties.setProperty("mail.smtp." + kind, millis);
    }
    return properties;
  }

  private static void protect(Properties properties, Security security) {
    put(properties, "ssl.enable", security == Security.TLS);
    put(properties, "ssl.checkserveridentity", true);
    put(properties, "starttls.enable", security == Security.STARTTLS_IF_OFFERED);
    put(properties, "starttls.required", security == Security.STARTTLS);
  }

  private static void put(Properties properties, String name, boolean value) {
    properties.setProperty("mail.smtp." + name, Boolean.toString(value));
  }
}
