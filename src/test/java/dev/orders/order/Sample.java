package dev.orders.order;

/** A good order as one line of JSON, for tests that change a piece of it. */
final class Sample {

  static final String ORDER =
      """
      {"customer_email":"minji@example.com","customer_name":"김민지",
      "items":[
      {"product_id":101,"product_name":"키보드","quantity":2,"unit_price":50000,"total_price":100000},
      {"product_id":102,"product_name":"마우스","quantity":1,"unit_price":30000.0,"total_price":3e4}],
      "shipping_address":{"name":"김민지","street":"가상로 110","city":"서울",
      "postal_code":"04524","country":"대한민국","phone":"010-0000-0000"},
      "total_amount":130000}\
      """
          .replace("\n", "");

  private Sample() {}

  /** The order with a piece replaced, which must be there. */
  static String with(String piece, String replacement) {
    if (!ORDER.contains(piece)) {
      throw new IllegalArgumentException("the sample does not hold " + piece);
    }
    return ORDER.replace(piece, replacement);
  }

  /** The order with a field more at its end. */
  static String plus(String field) {
    return ORDER.substring(0, ORDER.length() - 1) + "," + field + "}";
  }

  /** The sample as a record. */
  static Order order(String json) {
    Collected collected = Collected.from(json);
    if (!collected.faults.isEmpty()) {
      throw new IllegalArgumentException(collected.faults.toString());
    }
    return collected.orders.get(0);
  }
}
