package dev.orders.order;

/** Where an order goes; no part is blank. The country is as the shop wrote it. */
public record ShippingAddress(
    String name, String street, String city, String postalCode, String country, String phone) {

  /** Street and city on one line, as a carrier takes them. */
  public String streetAndCity() {
    return street + " " + city;
  }
}
