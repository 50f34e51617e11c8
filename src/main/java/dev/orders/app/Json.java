package dev.orders.app;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Opens JSON documents for writing. */
public final class Json {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .rootValueSeparator("")
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET, StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();

  private Json() {}

  /** A generator of compact JSON that leaves the target open, and nothing between two documents. */
  public static JsonGenerator to(Writer target) {
    return FACTORY.createGenerator(ObjectWriteContext.empty(), target);
  }

  /** A parser of a document. */
  static JsonParser from(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }
}
