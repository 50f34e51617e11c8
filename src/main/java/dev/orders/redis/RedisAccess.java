package dev.orders.redis;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What Redis is to know us by, and we Redis. Every part may be null.
 *
 * @param password when the URL does not hold it
 * @param sentinelPassword the Sentinels' own
 * @param caFile the certificates, in PEM, to trust with TLS; null for those that the JDK trusts
 * @param certificateFile our own certificate, in PEM, with those that vouch for it
 * @param keyFile its key, in PEM (PKCS #8, not encrypted)
 */
public record RedisAccess(
    @Nullable String password,
    @Nullable String sentinelPassword,
    @Nullable Path caFile,
    @Nullable Path certificateFile,
    @Nullable Path keyFile) {

  /** With a password or without, and nothing else. */
  public static RedisAccess by(@Nullable String password) {
    return new RedisAccess(password, null, null, null, null);
  }

  /** Refuses half of a pair. */
  public RedisAccess {
    if ((certificateFile == null) != (keyFile == null)) {
      throw new IllegalArgumentException("a certificate needs its key, and a key its certificate");
    }
  }

  /** Never shows a password. */
  @Override
  public String toString() {
    return "RedisAccess[caFile=" + caFile + ", certificateFile=" + certificateFile + "]";
  }
}
