package dev.orders.order;

import tools.jackson.core.ErrorReportConfiguration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Jackson, set up for one order at a time. Its own limits on strings and numbers would end the
 * reading at the first value that breaks one; the text of an order is bounded before Jackson sees
 * it, so they are lifted here and {@link JsonTree} checks value by value.
 */
final class Json {

  /** The deepest nesting; the order itself is level 1. */
  static final int DEEPEST = 32;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .errorReportConfiguration(
              ErrorReportConfiguration.builder().maxErrorTokenLength(80).build())
          .build();

  private Json() {}
}
