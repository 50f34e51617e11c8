package dev.orders.redis;

import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no secure connection came about. It does not pass by itself. */
final class TlsTrouble {

  private TlsTrouble() {}

  /** True when the two could not agree, or one does not trust the other. */
  static boolean is(Throwable error) {
    return find(error).isPresent();
  }

  /** What was wrong and what to do, to follow the server's address; empty for another trouble. */
  static Optional<String> sentence(Throwable error) {
    return find(error).map(TlsTrouble::sentence);
  }

  private static String sentence(Exception error) {
    String why = String.valueOf(error.getMessage());
    String lower = why.toLowerCase(Locale.ROOT);
    if (lower.contains("no name matching") || lower.contains("no subject alternative")) {
      return "shows a certificate that is for another host (%s). Use the name that stands in it."
          .formatted(why);
    }
    if (lower.contains("certification path") || lower.contains("pkix")) {
      return "shows a certificate that is not trusted (%s). Name the file with its CA's certificate (PEM) in ORDERS_REDIS_CA_FILE."
          .formatted(why);
    }
    return "would not make a secure connection (%s). If it asks for a certificate, name yours in ORDERS_REDIS_CERT_FILE and ORDERS_REDIS_KEY_FILE."
        .formatted(why);
  }

  /** The innermost that has to do with TLS. */
  private static Optional<Exception> find(Throwable error) {
    @Nullable Exception found = null;
    for (@Nullable Throwable next = error; next != null; next = next.getCause()) {
      if (next instanceof SSLException || next instanceof CertificateException) {
        found = (Exception) next;
      }
    }
    return Optional.ofNullable(found);
  }
}
