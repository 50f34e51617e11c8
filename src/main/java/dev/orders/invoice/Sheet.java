package dev.orders.invoice;

/** The paper, A4, in points: y grows downwards from the top edge here, as one reads. */
final class Sheet {

  static final float WIDTH = 595.28f;
  static final float HEIGHT = 841.89f;
  static final float LEFT = 51;
  static final float RIGHT = WIDTH - LEFT;
  static final float TOP = 54;
  static final float BOTTOM = HEIGHT - 64;
  static final float FOOTER = HEIGHT - 44;

  private Sheet() {}
}
