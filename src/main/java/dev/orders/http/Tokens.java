package dev.orders.http;

import dev.orders.app.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The tokens that let clients in. A client shows its token as {@code Authorization: Bearer}, or as
 * the password of {@code Basic} with any user name, which is how a browser asks a person for it.
 * Without any token configured everybody may do everything: then only this machine is listened to.
 */
final class Tokens {

  private static final int SHORTEST = 16;

  private final Optional<byte[]> full;
  private final Optional<byte[]> read;

  private Tokens(Optional<byte[]> full, Optional<byte[]> read) {
    this.full = full;
    this.read = read;
  }

  /** Refuses tokens that can be guessed with a {@link ProblemException}. */
  static Tokens of(Optional<String> full, Optional<String> read) {
    return new Tokens(
        full.map(token -> checked("ORDERS_HTTP_TOKEN", token)),
        read.map(token -> checked("ORDERS_HTTP_READ_TOKEN", token)));
  }

  private static byte[] checked(String variable, String token) {
    if (token.length() < SHORTEST) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "%s has %d characters; it must have at least %d. Try: openssl rand -hex 32"
              .formatted(variable, token.length(), SHORTEST));
    }
    return digest(token);
  }

  /** True when no client needs a token. */
  boolean areNone() {
    return full.isEmpty() && read.isEmpty();
  }

  /**
   * What a client may do that shows this.
   *
   * @param authorization the header's value; empty when there is none
   */
  Access of(Optional<String> authorization) {
    if (areNone()) {
      return Access.FULL;
    }
    Optional<byte[]> shown = authorization.flatMap(Tokens::token).map(Tokens::digest);
    // Both comparisons are always made, and each takes the same time whatever was shown.
    boolean isFull = isSame(full, shown);
    boolean isRead = isSame(read, shown);
    return isFull ? Access.FULL : isRead ? Access.READ : Access.OPEN;
  }

  private static boolean isSame(Optional<byte[]> token, Optional<byte[]> shown) {
    return token.isPresent()
        && shown.isPresent()
        && MessageDigest.isEqual(token.get(), shown.get());
  }

  private static Optional<String> token(String authorization) {
    String[] parts = authorization.strip().split(" +", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "bearer" -> Optional.of(parts[1]);
      case "basic" -> password(parts[1]);
      default -> Optional.empty();
    };
  }

  private static Optional<String> password(String credentials) {
    try {
      String text = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
