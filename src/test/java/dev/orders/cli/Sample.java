package dev.orders.cli;

/** Orders to submit. */
final class Sample {

  private Sample() {}

  /** A good order on one line. */
  static String order(String customer) {
    return order(customer, 2_000);
  }

  /** An order of two pieces at 1,000 each, with that total on its line. */
  static String order(String customer, int total) {
    return ("{'customer_email':'hong@example.com','customer_name':'%s','items':[{'product_id':1,"
            + "'product_name':'연필','quantity':2,'unit_price':1000,'total_price':%d}],'shipping_address':"
            + "{'name':'%s','street':'테헤란로 1','city':'서울','postal_code':'06234','country':'KR',"
            + "'phone':'010-1234-5678'},'total_amount':%d}")
        .formatted(customer, total, customer, total)
        .replace('\'', '"');
  }
}
