package dev.orders.worker;

/**
 * What is kept of a handler's failure: {@code SocketTimeoutException: Read timed out}, one line.
 */
final class ErrorText {

  private static final int LONGEST = 500;

  private ErrorText() {}

  /**
   * The exception's simple name and its message; at most 500 characters, never half a character.
   */
  static String of(Throwable failure) {
    String name = failure.getClass().getName();
    String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    String message = failure.getMessage();
    return cut(message == null || message.isBlank() ? simple : simple + ": " + oneLine(message));
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splitsPair ? LONGEST - 1 : LONGEST);
  }
}
