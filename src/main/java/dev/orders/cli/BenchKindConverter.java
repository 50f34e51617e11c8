package dev.orders.cli;

import dev.orders.bench.BenchKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what is to be measured. */
final class BenchKindConverter implements ITypeConverter<BenchKind> {

  @Override
  public BenchKind convert(String word) {
    return Arrays.stream(BenchKind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no bench %s; there are %s".formatted(word, all())));
  }

  private static String all() {
    return Arrays.stream(BenchKind.values()).map(BenchKind::word).collect(Collectors.joining(", "));
  }
}
