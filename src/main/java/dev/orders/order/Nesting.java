package dev.orders.order;

/**
 * Which brackets are open. Their kinds are known to 64 levels, far deeper than an order may be;
 * beyond, they are only counted.
 */
final class Nesting {

  private long objects;
  private long depth;
  private long deepest;

  void clear() {
    objects = 0;
    depth = 0;
    deepest = 0;
  }

  long depth() {
    return depth;
  }

  long deepest() {
    return deepest;
  }

  /**
   * True when a bracket may open after the byte {@code last}, the last one that was not white
   * space.
   */
  boolean allows(int last) {
    if (depth == 0 || depth > Long.SIZE) {
      return true;
    }
    return inObject() ? last == ':' : last == '[' || last == ',';
  }

  void open(int bracket) {
    depth++;
    deepest = Math.max(deepest, depth);
    if (depth <= Long.SIZE) {
      long bit = bit();
      objects = bracket == '{' ? objects | bit : objects & ~bit;
    }
  }

  /** Closes the innermost bracket; false when it is of the other kind. */
  boolean close(int bracket) {
    boolean fits = depth > Long.SIZE || inObject() == (bracket == '}');
    depth--;
    return fits;
  }

  private boolean inObject() {
    return (objects & bit()) != 0;
  }

  private long bit() {
    return 1L << (depth - 1);
  }
}
