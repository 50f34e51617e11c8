package dev.orders.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class InvoiceTest {

  @Test
  void should_be_named_after_the_order_and_its_time_in_the_zone() {
    Invoice invoice =
        new Invoice(17, Instant.parse("2026-12-31T16:00:00.999Z"), Samples.korean().order());

    assertThat(invoice.fileName(ZoneId.of("Asia/Seoul")))
        .isEqualTo("invoice_17_20270101_010000.pdf");
    assertThat(invoice.fileName(ZoneId.of("UTC"))).isEqualTo("invoice_17_20261231_160000.pdf");
  }
}
