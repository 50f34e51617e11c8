package dev.orders.redis;

import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One change of Redis, one file. A line {@code -- USES base queues} in its header names the parts
 * that are put in front of it. Read when first used, so that a short-lived command pays for what it
 * needs.
 */
enum Script {
  META,
  SUBMIT,
  FETCH,
  SETTLE,
  HEARTBEAT,
  REGISTER,
  DEREGISTER,
  PROGRESS,
  MARK,
  CANCEL,
  RETRY,
  UPDATE,
  PAUSE,
  RESUME,
  AUDIT_ENTRIES,
  AUDIT_LIST,
  AUDIT_ORDERS,
  AUDIT_TASKS,
  AUDIT_KEYS,
  AUDIT_BOOKS,
  MEND_TASK,
  MEND_ORDER,
  MEND_KEY;

  private static final Pattern USES = Pattern.compile("^-- USES +(.*)$", Pattern.MULTILINE);

  @SuppressWarnings("ImmutableEnumChecker") // Read once, at first use, and always the same.
  private volatile @Nullable Source source;

  private record Source(String text, String sha) {}

  /** The whole script as Redis gets it. */
  String text() {
    return source().text();
  }

  /** Its SHA-1 in lower-case hex, by which Redis knows it. */
  String sha() {
    return source().sha();
  }

  /**
   * What it answers: META, SUBMIT … a list; PAUSE and RESUME a number; SETTLE words in one text;
   * the others a word.
   */
  ScriptOutputType output() {
    return switch (this) {
      case PAUSE, RESUME -> ScriptOutputType.INTEGER;
      case SETTLE, PROGRESS, MARK, REGISTER, DEREGISTER, MEND_TASK, MEND_ORDER, MEND_KEY ->
          ScriptOutputType.VALUE;
      default -> ScriptOutputType.MULTI;
    };
  }

  /** What it names as its keys: the two that never exist, or the one that it is about. */
  String[] keys(String key) {
    return switch (this) {
      case META, REGISTER -> new String[] {key};
      default -> new String[] {key, key + "more"};
    };
  }

  private Source source() {
    Source known = source;
    if (known == null) {
      String text = assembled(resource(name().toLowerCase(Locale.ROOT)));
      known = new Source(text, sha1(text));
      source = known;
    }
    return known;
  }

  private static String assembled(String script) {
    Matcher uses = USES.matcher(script);
    StringBuilder whole = new StringBuilder();
    if (uses.find()) {
      for (String part : uses.group(1).split(" ")) {
        whole.append(resource("part/" + part)).append('\n');
      }
    }
    return whole.append(script).toString();
  }

  private static String resource(String name) {
    try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name + ".lua");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-1", e);
    }
  }
}
