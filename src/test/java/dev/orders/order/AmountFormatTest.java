package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountFormatTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ko-KR | 1500000      | KRW | 1,500,000원",
        "ko-KR | 1500000.0    | KRW | 1,500,000원",
        "ko-KR | 1.5E+6       | KRW | 1,500,000원",
        "ko-KR | 0            | KRW | 0원",
        "ko-KR | -5000        | KRW | -5,000원",
        "ko    | 999          | KRW | 999원",
        "en    | 1500000      | KRW | ₩1,500,000",
        "en    | -1000        | KRW | -₩1,000",
        "de    | 1500000      | KRW | ₩1,500,000",
        "en    | 1234.5       | USD | $1,234.50",
        "ko-KR | 1234.5       | USD | $1,234.50",
        "ko-KR | -12.5        | USD | -$12.50",
        "ko-KR | 0.125        | USD | $0.125",
        "en    | 12           | CHF | CHF 12.00",
        "en    | -12          | CHF | -CHF 12.00",
        "en    | 12           | AUD | A$12.00",
        "en    | 12000        | JPY | ¥12,000",
        "en    | 1.5          | KWD | KWD 1.500",
        "en    | 5            | XXX | XXX 5",
        "en    | 123456789012345678901234567890 | KRW | ₩123,456,789,012,345,678,901,234,567,890",
      })
  void should_write_amounts_as_a_customer_reads_them(
      String locale, BigDecimal amount, String currency, String expected) {
    AmountFormat format = new AmountFormat(Locale.forLanguageTag(locale));

    assertThat(format.format(amount, Currency.getInstance(currency))).isEqualTo(expected);
  }
}
