package dev.orders.http;

/** What a client may do; each may do what those before it may. */
enum Access {
  /** Look at what is no secret: the documents, whether the server is well. */
  OPEN,
  /** Read everything but personal data. */
  READ,
  /** Read and change everything. */
  FULL;

  boolean allows(Access needed) {
    return compareTo(needed) >= 0;
  }
}
