package dev.orders.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A document that came with the jar. A browser asks each time whether it is still the same, and is
 * told so without its content (304).
 */
final class BuiltIn implements Endpoint {

  private final Answer whole;
  private final Answer unchanged;
  private final String tag;

  /** A document with this content. */
  BuiltIn(Media media, byte[] content) {
    this.tag = '"' + digest(content) + '"';
    this.whole = labelled(Answer.of(200, media, content));
    this.unchanged = labelled(Answer.empty(304));
  }

  private Answer labelled(Answer answer) {
    return answer.with("etag", tag).with("cache-control", "no-cache");
  }

  /** The file of that name among the resources of this package. */
  static BuiltIn file(String name, Media media) {
    return new BuiltIn(media, bytes(name));
  }

  @Override
  public Answer answer(Request request) {
    return request.header("if-none-match").filter(tag::equals).isPresent() ? unchanged : whole;
  }

  static byte[] bytes(String name) {
    try (InputStream in = BuiltIn.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  /** 16 hexadecimal digits that other content does not have. */
  static String digest(byte[]... contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] content : contents) {
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
