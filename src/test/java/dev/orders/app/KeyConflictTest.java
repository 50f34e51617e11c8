package dev.orders.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyConflictTest {

  @Test
  void should_name_what_differs() {
    assertThat(new KeyConflict("big.ndjson:3", "k", 17, List.of("currency", "total_amount")))
        .hasToString(
            "big.ndjson:3: the idempotency key k belongs to order 17, which is another order"
                + " (currency, total_amount differ).");
  }

  @Test
  void should_name_no_more_than_anybody_reads() {
    List<String> paths = IntStream.range(0, 1_250).mapToObj(i -> "items[" + i + "]").toList();

    assertThat(new KeyConflict("-:1", "k", 17, paths).toString())
        .contains("items[49] and 1,200 more differ")
        .doesNotContain("items[50]");
  }
}
