package dev.orders.invoice;

/** The few colours of the invoice; all of them print well in grey. */
enum Ink {
  TEXT(0x1F2933),
  MUTED(0x66727F),
  ACCENT(0x1F3A5F),
  HAIRLINE(0xD5DBE1),
  TINT(0xF1F4F7);

  private final float red;
  private final float green;
  private final float blue;

  Ink(int rgb) {
    red = (rgb >> 16 & 0xFF) / 255f;
    green = (rgb >> 8 & 0xFF) / 255f;
    blue = (rgb & 0xFF) / 255f;
  }

  /** What is filled or written from now on has this colour. */
  void fill(Content content) {
    content.put("rg", red, green, blue);
  }
}
