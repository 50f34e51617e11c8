package dev.orders.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderJsonTest {

  private static final String CANONICAL =
      """
      {"currency":"KRW","customer_email":"minji@example.com","customer_name":"김민지",
      "items":[
      {"product_id":101,"product_name":"키보드","quantity":2,"total_price":100000,"unit_price":50000},
      {"product_id":102,"product_name":"마우스","quantity":1,"total_price":30000,"unit_price":30000}],
      "shipping_address":{"city":"서울","country":"대한민국","name":"김민지",
      "phone":"010-0000-0000","postal_code":"04524","street":"가상로 110"},
      "total_amount":130000}\
      """
          .replace("\n", "");

  @Test
  void should_sort_fields_and_strip_zeros() {
    assertThat(canonical(Sample.ORDER)).isEqualTo(CANONICAL);
  }

  @Test
  void should_leave_out_the_idempotency_key_and_empty_adjustments() {
    String json =
        Sample.plus("\"idempotency_key\":\"k-1\",\"adjustments\":[],\"currency\":\"KRW\"");

    assertThat(canonical(json)).isEqualTo(CANONICAL);
  }

  @Test
  void should_write_adjustments_and_decimals_of_another_currency() {
    String json =
        Sample.with("\"total_amount\":130000", "\"total_amount\":129999.50")
            .replace(
                ",\"total_amount\"",
                ",\"currency\":\"USD\",\"adjustments\":[{\"label\":\"coupon\",\"amount\":-0.50}],\"total_amount\"");

    assertThat(canonical(json))
        .startsWith(
            "{\"adjustments\":[{\"amount\":-0.5,\"label\":\"coupon\"}],\"currency\":\"USD\"")
        .endsWith("\"total_amount\":129999.5}");
  }

  @Test
  void should_read_back_what_it_wrote() {
    String name = "O'Brien \\\"quoted\\\" \\u00e9 😀 </p>";
    Order order =
        Sample.order(
            Sample.plus("\"adjustments\":[{\"label\":\"" + name + "\",\"amount\":0}]")
                .replace("130000", "130000.00"));

    assertThat(OrderJson.parse(OrderJson.canonical(order))).isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "null",
        "{\"currency\":\"KRW\"}",
        "{\"currency\":",
        "{\"items\":[1],\"items\":[2]}",
      })
  void should_say_clearly_that_a_text_is_no_stored_order(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderJson.parse(text))
        .withMessageContaining("stored order");
  }

  @Test
  void should_refuse_a_stored_order_with_a_strange_number_or_currency() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderJson.parse(CANONICAL.replace("\"quantity\":2", "\"quantity\":1.5")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OrderJson.parse(CANONICAL.replace("KRW", "???")))
        .withMessageContaining("???");
    assertThatIllegalArgumentException().isThrownBy(() -> OrderJson.parse(CANONICAL + "{}"));
  }

  @Test
  void should_fingerprint_by_sha_256_of_the_utf_8() {
    assertThat(OrderJson.fingerprint("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(OrderJson.fingerprint("가"))
        .isEqualTo("64ee5293d31bc58b72d76ae9a86a902e90442428e29f24f4ecb257ba841cdd36");
  }

  @Test
  void should_name_the_paths_that_differ() {
    String other =
        CANONICAL
            .replace("\"quantity\":2", "\"quantity\":3")
            .replace("\"city\":\"서울\"", "\"city\":\"부산\"")
            .replace("{\"currency\"", "{\"adjustments\":[],\"currency\"")
            .replace("\"total_amount\":130000", "\"total_amount\":1");

    assertThat(OrderJson.differences(CANONICAL, other))
        .containsExactly(
            "items[0].quantity", "shipping_address.city", "total_amount", "adjustments");
    assertThat(OrderJson.differences(CANONICAL, CANONICAL)).isEmpty();
  }

  @Test
  void should_name_an_item_that_only_one_order_has() {
    String shorter = CANONICAL.replaceFirst(",\\{\"product_id\":102[^}]*}", "");

    assertThat(OrderJson.differences(CANONICAL, shorter)).containsExactly("items[1]");
    assertThat(OrderJson.differences(shorter, CANONICAL)).containsExactly("items[1]");
  }

  private static String canonical(String json) {
    return OrderJson.canonical(Sample.order(json));
  }
}
