package dev.orders.redis;

/**
 * A set of entries as small as can be, of which some have been met again: of each only a 63-bit
 * hash and that bit are kept, so that a million take 16 to 32 MB. Two entries in ten million have
 * the same hash once in some 150,000 sets.
 */
final class IdSet {

  /** Set in the slot of an entry that was met again. */
  private static final long MET = 1L << 63;

  private long[] slots = new long[1 << 10];
  private int size;
  private int met;

  /** False when it was there before. */
  boolean add(String entry) {
    if (size * 2 >= slots.length) {
      grow();
    }
    boolean isNew = put(slots, hash(entry));
    size += isNew ? 1 : 0;
    return isNew;
  }

  /** Notes that the entry was met again; false when there is none. */
  boolean meet(String entry) {
    int slot = slotOf(slots, hash(entry));
    if (slots[slot] > 0) {
      slots[slot] |= MET;
      met++;
    }
    return slots[slot] != 0;
  }

  /** True for an entry that has not been met again. */
  boolean isUnmet(String entry) {
    return slots[slotOf(slots, hash(entry))] > 0;
  }

  /** True when every entry has been met again. */
  boolean areAllMet() {
    return met == size;
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long entry : slots) {
      if (entry != 0) {
        put(larger, entry);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long entry) {
    int slot = slotOf(slots, entry & ~MET);
    boolean isNew = slots[slot] == 0;
    slots[slot] |= entry;
    return isNew;
  }

  /** Where the hash is, or else the free slot where it belongs. */
  private static int slotOf(long[] slots, long hash) {
    int slot = (int) hash & (slots.length - 1);
    while (slots[slot] != 0 && (slots[slot] & ~MET) != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** FNV-1a, its bits mixed once more; never 0, which means a free slot, nor negative. */
  private static long hash(String entry) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < entry.length(); i++) {
      hash = (hash ^ entry.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    hash = (hash ^ (hash >>> 29)) & ~MET;
    return hash == 0 ? 1 : hash;
  }
}
