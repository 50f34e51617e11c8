package dev.orders.cli;

import dev.orders.order.OrderStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the status of an order. */
final class StatusConverter implements ITypeConverter<OrderStatus> {

  @Override
  public OrderStatus convert(String text) {
    return OrderStatus.parse(text.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () -> new TypeConversionException("\"%s\" is none of %s".formatted(text, words())));
  }

  private static String words() {
    return Arrays.stream(OrderStatus.values())
        .map(OrderStatus::word)
        .collect(Collectors.joining(", "));
  }
}
