package dev.orders.app;

import dev.orders.redis.RedisAccess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings that say where Redis is and how to get in. Read when they are asked for. */
public final class RedisSettings {

  private static final String PASSWORD = "ORDERS_REDIS_PASSWORD";
  private static final String SENTINEL_PASSWORD = "ORDERS_REDIS_SENTINEL_PASSWORD";

  private final Variables variables;
  private final SettingReader reader;

  RedisSettings(Variables variables, SettingReader reader) {
    this.variables = variables;
    this.reader = reader;
  }

  /** True when somebody has told orders itself where Redis is. */
  public boolean isGiven() {
    return variables.secret(Settings.REDIS_URL).isPresent();
  }

  /** Where Redis is; may hold a password, so it is never printed. */
  public String url() {
    return variables.secret(Settings.REDIS_URL, "REDIS_URL").orElse("redis://localhost:6379/0");
  }

  /** The password for Redis, where it is not part of the URL. */
  public Optional<String> password() {
    return variables.secret(PASSWORD);
  }

  /** The password of the Sentinels themselves, where they have one. */
  Optional<String> sentinelPassword() {
    return variables.secret(SENTINEL_PASSWORD);
  }

  /**
   * A PEM file for TLS with Redis.
   *
   * @param what {@code CA} for the certificates to trust, {@code CERT} and {@code KEY} for our own
   */
  Optional<Path> file(String what) {
    return reader.file(fileVariable(what));
  }

  /** How to get in; a certificate without its key, or a key alone, is a USAGE problem. */
  RedisAccess access() {
    Optional<Path> certificate = file("CERT");
    Optional<Path> key = file("KEY");
    if (certificate.isPresent() != key.isPresent()) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "ORDERS_REDIS_CERT_FILE and ORDERS_REDIS_KEY_FILE belong together: set both or neither.");
    }
    return new RedisAccess(
        password().orElse(null),
        sentinelPassword().orElse(null),
        file("CA").orElse(null),
        certificate.orElse(null),
        key.orElse(null));
  }

  /** All of them as variables, for settings that know nothing else of those around them. */
  public Map<String, String> asVariables() {
    Map<String, String> all = new TreeMap<>();
    all.put(Settings.REDIS_URL, url());
    password().ifPresent(secret -> all.put(PASSWORD, secret));
    sentinelPassword().ifPresent(secret -> all.put(SENTINEL_PASSWORD, secret));
    for (String what : List.of("CA", "CERT", "KEY")) {
      file(what).ifPresent(file -> all.put(fileVariable(what), file.toString()));
    }
    return all;
  }

  private static String fileVariable(String what) {
    return "ORDERS_REDIS_" + what + "_FILE";
  }
}
