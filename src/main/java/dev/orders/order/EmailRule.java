package dev.orders.order;

import org.jspecify.annotations.Nullable;

/**
 * One e-mail address as RFC 5321 (section 4.1.2) writes it, less what no customer has: no quoted
 * local part, no address literal, no display name or list, at least two labels in the domain. ASCII
 * only: an international domain is given in its {@code xn--} form, and a local part beyond ASCII
 * would need SMTPUTF8 of every server on the way. A message does not repeat the text: it is the
 * customer's, and messages end up in logs.
 */
final class EmailRule implements Rule<String> {

  static final EmailRule ADDRESS = new EmailRule();

  private static final int LONGEST = 254;
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_LABEL = 63;
  private static final String LOCAL_SIGNS = "!#$%&'*+-/=?^_`{|}~";

  private EmailRule() {}

  @Override
  public @Nullable String faultIn(String text) {
    String reason = reason(text);
    return reason == null ? null : "is not an e-mail address: " + reason;
  }

  private static @Nullable String reason(String text) {
    if (text.length() > LONGEST) {
      return "it has more than " + LONGEST + " characters";
    }
    int at = text.indexOf('@');
    if (at < 0 || text.indexOf('@', at + 1) >= 0) {
      return "it must hold one @";
    }
    String local = localReason(text.substring(0, at));
    return local == null ? domainReason(text.substring(at + 1)) : local;
  }

  private static @Nullable String localReason(String local) {
    if (local.isEmpty() || local.length() > LONGEST_LOCAL) {
      return "1 to " + LONGEST_LOCAL + " characters must stand before the @";
    }
    if (hasEmptyPart(local)) {
      return "a dot is out of place before the @";
    }
    boolean allowed = local.chars().allMatch(c -> c == '.' || isLocal(c));
    return allowed ? null : "a character before the @ is not allowed";
  }

  private static @Nullable String domainReason(String domain) {
    if (hasEmptyPart(domain) || domain.indexOf('.') < 0) {
      return "the domain must be names joined by dots";
    }
    String[] labels = domain.split("\\.");
    for (String label : labels) {
      if (!isLabel(label)) {
        return "a part of the domain is not 1 to "
            + LONGEST_LABEL
            + " letters, digits and inner hyphens";
      }
    }
    boolean isNumber = labels[labels.length - 1].chars().allMatch(EmailRule::isDigit);
    return isNumber ? "the domain must not end in a number" : null;
  }

  private static boolean hasEmptyPart(String dotted) {
    return dotted.startsWith(".") || dotted.endsWith(".") || dotted.contains("..");
  }

  private static boolean isLabel(String label) {
    return label.length() <= LONGEST_LABEL
        && !label.startsWith("-")
        && !label.endsWith("-")
        && label.chars().allMatch(c -> isLetter(c) || isDigit(c) || c == '-');
  }

  private static boolean isLocal(int c) {
    return isLetter(c) || isDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
