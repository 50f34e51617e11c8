package dev.orders.order;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an order goes: six texts, each one visible line. */
final class AddressRules {

  private static final Set<String> KNOWN =
      Set.of("name", "street", "city", "postal_code", "country", "phone");

  private AddressRules() {}

  /** The address; null when a part is missing, which has been reported. */
  static @Nullable ShippingAddress read(FieldReader order) {
    FieldReader address = order.object("shipping_address", KNOWN);
    return address == null ? null : parts(address);
  }

  private static @Nullable ShippingAddress parts(FieldReader address) {
    String name = address.text("name", LineRule.VISIBLE);
    String street = address.text("street", LineRule.VISIBLE);
    String city = address.text("city", LineRule.VISIBLE);
    String postalCode = address.text("postal_code", LineRule.VISIBLE);
    String country = address.text("country", LineRule.VISIBLE);
    String phone = address.text("phone", LineRule.VISIBLE);
    if (name == null || street == null || city == null) {
      return null;
    }
    return postalCode == null || country == null || phone == null
        ? null
        : new ShippingAddress(name, street, city, postalCode, country, phone);
  }
}
