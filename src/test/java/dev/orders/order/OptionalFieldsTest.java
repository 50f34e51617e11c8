package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionalFieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"currency\":\"krw\"` | `currency: \"krw\" is not a currency code of ISO 4217, such as"
            + " KRW`",
        "`\"currency\":\"XAU\"` | `currency: \"XAU\" is not a currency code of ISO 4217, such as"
            + " KRW`",
        "`\"currency\":\"\"`    | `currency: \"\" is not a currency code of ISO 4217, such as KRW`",
        "`\"currency\":410`     | `currency: must be a string, not a number`",
        "`\"idempotency_key\":\"a b\"` | `idempotency_key: \"a b\" is not 1 to 64 of the characters"
            + " A-Z a-z 0-9 _ -`",
        "`\"idempotency_key\":\"\"` | `idempotency_key: \"\" is not 1 to 64 of the characters A-Z"
            + " a-z 0-9 _ -`",
        "`\"idempotency_key\":\"a\\n"
            + "\"` | `idempotency_key: \"a\\u000a\" is not 1 to 64 of the characters A-Z a-z 0-9 _"
            + " -`",
        "`\"idempotency_key\":5` | `idempotency_key: must be a string, not a number`",
        "`\"adjustments\":{}`   | `adjustments: must be an array, not an object`",
        "`\"adjustments\":[0]`  | `adjustments[0]: must be an object, not a number`",
        "`\"adjustments\":[{\"label\":\"x\",\"amount\":-1}]` | `total_amount: 130000 is not items"
            + " 130000 + adjustments -1 = 129999`",
        "`\"adjustments\":[{\"label\":\"x\",\"amount\":0.5}]` | `adjustments[0].amount: 0.5 has"
            + " more decimals than KRW has (none)`",
        "`\"adjustments\":[{\"label\":\"\",\"amount\":0}]` | `adjustments[0].label: is blank`",
        "`\"adjustments\":[{\"amount\":0}]` | `adjustments[0].label: is missing`",
        "`\"adjustments\":[{\"label\":\"x\"}]` | `adjustments[0].amount: is missing`",
      })
  void should_name_the_fault_of_an_optional_field(String field, String fault) {
    Collected read = Collected.from(Sample.plus(field));

    assertThat(read.faults).containsExactly("f:1: " + fault);
    assertThat(read.orders).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"currency\":null,\"adjustments\":null,\"idempotency_key\":null`",
        "`\"currency\":\"KRW\",\"adjustments\":[],\"idempotency_key\":\"A-z_9\"`",
        "`\"adjustments\":[{\"label\":\"fee\",\"amount\":5},{\"label\":\"off\",\"amount\":-5.00}]`",
      })
  void should_take_optional_fields(String fields) {
    Collected read = Collected.from(Sample.plus(fields));

    assertThat(read.faults).isEmpty();
    assertThat(read.orders).hasSize(1);
  }
}
