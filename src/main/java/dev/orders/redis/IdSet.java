package dev.orders.redis;

/**
 * A set of ids as small as can be: of each only a 64-bit hash is kept, so that a million take 16 to
 * 32 MB. Two ids in ten million have the same hash once in some 300,000 sets.
 */
final class IdSet {

  private long[] slots = new long[1 << 10];
  private int size;

  /** False when it was there before. */
  boolean add(String id) {
    if (size * 2 >= slots.length) {
      grow();
    }
    boolean isNew = put(slots, hash(id));
    size += isNew ? 1 : 0;
    return isNew;
  }

  boolean contains(String id) {
    long hash = hash(id);
    return slots[slotOf(slots, hash)] == hash;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long hash : slots) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long hash) {
    int slot = slotOf(slots, hash);
    boolean isNew = slots[slot] != hash;
    slots[slot] = hash;
    return isNew;
  }

  /** Where the hash is, or else the free slot where it belongs. */
  private static int slotOf(long[] slots, long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** FNV-1a, its bits mixed once more; never 0, which means a free slot. */
  private static long hash(String id) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    hash ^= hash >>> 29;
    return hash == 0 ? 1 : hash;
  }
}
