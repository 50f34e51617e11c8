package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row changes one piece of a good order and names the one fault that follows. */
class FaultsOfAnOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // items
        "`\"items\":[`                | `\"x\":[`            | items: is missing",
        "`\"quantity\":2,`            | ``                   | items[0].quantity: is missing",
        "`\"quantity\":2`             | `\"quantity\":null`  | items[0].quantity: must be a whole"
            + " number, not null",
        "`\"quantity\":2`             | `\"quantity\":\"2\"` | items[0].quantity: must be a whole"
            + " number, not a string",
        "`\"quantity\":2`             | `\"quantity\":true`  | items[0].quantity: must be a whole"
            + " number, not true",
        "`\"quantity\":2`             | `\"quantity\":2.5`   | items[0].quantity: 2.5 is not a"
            + " whole number",
        "`\"quantity\":2`             | `\"quantity\":0`     | items[0].quantity: 0 is less than 1",
        "`\"quantity\":2`             | `\"quantity\":-1`    | items[0].quantity: -1 is less than"
            + " 1",
        "`\"quantity\":2`  | `\"quantity\":9223372036854775808` | items[0].quantity:"
            + " 9223372036854775808 is too large",
        "`\"product_id\":102`         | `\"product_id\":0`   | items[1].product_id: 0 is less than"
            + " 1",
        "`\"product_id\":102`         | `\"product_id\":[]`  | items[1].product_id: must be a whole"
            + " number, not an array",
        "`\"키보드\"`                 | `\"\"`               | items[0].product_name: is blank",
        "`\"키보드\"`                 | `\" \\u00a0\\u3000\\u200b\"` | items[0].product_name: is"
            + " blank",
        "`\"키보드\"`                 | `7`                  | items[0].product_name: must be a"
            + " string, not a number",
        "`\"total_price\":3e4`        | `\"total_price\":30000.5` | items[1].total_price: 30000.5"
            + " has more decimals than KRW has (none)",
        "`\"unit_price\":30000.0`     | `\"unit_price\":-1`  | items[1].unit_price: -1 is less than"
            + " 0",
        "`{\"product_id\":101`        | `4,{\"product_id\":101` | items[0]: must be an object, not"
            + " a number",
        // texts
        "`\"minji@example.com\"`      | `\"minji\"`          | customer_email: is not an"
            + " e-mail address: it must hold one @",
        "`\"minji@example.com\"`      | `null`               | customer_email: must be a string,"
            + " not null",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\" \"` | customer_name: is blank",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\"a\\n"
            + "Bcc: b\"` | customer_name: must be one line of text, but holds a line break U+000A",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\"a\\u0000\"` | customer_name: must be"
            + " one line of text, but holds the control character U+0000",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\"a\\tb\"` | customer_name: must be one"
            + " line of text, but holds a tab U+0009",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\"a\\u2028b\"` | customer_name: must be"
            + " one line of text, but holds a line break U+2028",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\"a\\ud800b\"` | customer_name: must be"
            + " one line of text, but holds half a character U+D800",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\"a\\ud800\"` | customer_name: must be"
            + " one line of text, but holds half a character U+D800",
        "`\"customer_name\":\"김민지\"` | `\"customer_name\":\"\\udc00b\"` | customer_name: must be"
            + " one line of text, but holds half a character U+DC00",
        // address
        "`\"city\":\"서울\",`         | ``                   | shipping_address.city: is missing",
        "`\"phone\":\"010-0000-0000\"` | `\"phone\":1000000000` | shipping_address.phone: must be a"
            + " string, not a number",
        "`\"postal_code\":\"04524\"`  | `\"postal_code\":\"\"` | shipping_address.postal_code: is"
            + " blank",
        "`\"shipping_address\":{`     | `\"shipping_address\":1,\"x\":{` | shipping_address: must"
            + " be an object, not a number",
        // total
        "`\"total_amount\":130000`    | `\"total_amount\":130001` | total_amount: 130001 is not the"
            + " sum of the items = 130000",
        "`\"total_amount\":130000`    | `\"total_amount\":-1` | total_amount: -1 is less than 0",
        "`\"total_amount\":130000`    | `\"total_amount\":1e999999999` | total_amount: 1e999999999"
            + " has more than 64 characters, written out in full",
        "`\"total_amount\":130000`    | `\"total_amount\":1e-999999999` | total_amount:"
            + " 1e-999999999 has more than 64 characters, written out in full",
        "`\"total_amount\":130000`    | `\"total_amount\":1e100` | total_amount: 1e100 has more"
            + " than 64 characters, written out in full",
        "`\"total_amount\":130000`    |"
            + " `\"total_amount\":11111111112222222222333333333344444444445555555555666666` |"
            + " total_amount: 11111111112222222222333333333344444444445555555555666666 is not the"
            + " sum of the items = 130000",
        "`\"total_amount\":130000`    |"
            + " `\"total_amount\":11111111112222222222333333333344444444445555555555666666666677777777778888888888999999`"
            + " | total_amount:"
            + " 11111111112222222222333333333344444444445555555555666666666677777777778888888888…"
            + " has more than 64 characters, written out in full",
        // the JSON itself
        "`\"quantity\":2`  | `\"quantity\":2,\"quantity\":2` | items[0].quantity: stands there"
            + " twice; which one counts cannot be known",
        "`\"total_amount\":130000`    | `\"total_amount\":NaN` | total_amount: is not JSON:"
            + " Non-standard token 'NaN'",
      })
  void should_name_the_fault(String piece, String replacement, String fault) {
    String changed = Sample.with(piece, replacement == null ? "" : replacement);

    Collected read = Collected.from(changed);

    assertThat(read.faults).containsExactly("f:1: " + fault);
    assertThat(read.orders).isEmpty();
  }

  @Test
  void should_show_the_arithmetic_of_a_wrong_line() {
    String json = Sample.with("\"total_price\":100000", "\"total_price\":90000");

    assertThat(Collected.from(json.replace(":130000", ":120000")).faults)
        .containsExactly(
            "f:1: items[0].total_price: 90000 is not quantity 2 × unit_price 50000 = 100000");
  }

  @Test
  void should_take_as_many_decimals_as_the_currency_has() {
    String json = Sample.plus("\"currency\":\"KWD\"").replace("100000", "100000.001");

    assertThat(Collected.from(json).faults)
        .containsExactly(
            "f:1: items[0].total_price: 100000.001 is not quantity 2 × unit_price 50000 = 100000",
            "f:1: total_amount: 130000 is not the sum of the items = 130000.001");
  }

  @Test
  void should_report_all_faults_of_an_order_at_once() {
    String json = "{\"items\":[{\"quantity\":0}],\"total_amount\":\"x\",\"currency\":\"?\"}";

    assertThat(Collected.from(json).faults)
        .containsExactlyInAnyOrder(
            "f:1: currency: \"?\" is not a currency code of ISO 4217, such as KRW",
            "f:1: customer_email: is missing",
            "f:1: customer_name: is missing",
            "f:1: items[0].product_id: is missing",
            "f:1: items[0].product_name: is missing",
            "f:1: items[0].quantity: 0 is less than 1",
            "f:1: items[0].unit_price: is missing",
            "f:1: items[0].total_price: is missing",
            "f:1: shipping_address: is missing",
            "f:1: total_amount: must be a number, not a string");
  }

  @Test
  void should_check_the_total_even_when_an_item_has_another_fault() {
    String json = Sample.with("\"키보드\"", "\"\"").replace(":130000", ":5");

    assertThat(Collected.from(json).faults)
        .containsExactly(
            "f:1: items[0].product_name: is blank",
            "f:1: total_amount: 5 is not the sum of the items = 130000");
  }

  @Test
  void should_not_judge_a_sum_of_which_a_part_is_unknown() {
    String json = Sample.with("\"total_price\":100000", "\"total_price\":\"100000\"");

    assertThat(Collected.from(json).faults)
        .containsExactly("f:1: items[0].total_price: must be a number, not a string");
  }

  @Test
  void should_warn_of_unknown_fields_and_keep_them_out() {
    String json = Sample.plus("\"note\":\"x\"").replace("\"city\"", "\"floor\":3,\"city\"");

    Collected read = Collected.from(json);

    assertThat(read.warnings)
        .containsExactlyInAnyOrder(
            "f:1: note: unknown field, left out",
            "f:1: shipping_address.floor: unknown field, left out");
    assertThat(read.orders).containsExactly(Sample.order(Sample.ORDER));
  }
}
