package dev.orders.redis;

import dev.orders.redis.BundledServerException.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds a redis-server that runs here:
 *
 * <ol>
 *   <li>the one in the jar, unpacked once into the user's cache;
 *   <li>the same, unpacked into the data directory, where the cache cannot be written or executed;
 *   <li>redis-server, then valkey-server on the PATH.
 * </ol>
 *
 * <p>"Runs" means that it was asked for its version and gave one that will do: a build for another
 * libc, or without its OpenSSL, fails right there.
 */
final class ServerBinary {

  private ServerBinary() {}

  /**
   * The first that runs.
   *
   * @param dataDirectory where to unpack when the cache will not do; must exist
   * @throws BundledServerException when none does
   */
  static Path find(Path dataDirectory) {
    return firstThatRuns(
        List.of(
            () -> PackedServer.unpackInto(UserCache.directory()),
            () -> PackedServer.unpackInto(dataDirectory),
            () -> SearchPath.find("redis-server"),
            () -> SearchPath.find("valkey-server")));
  }

  static Path firstThatRuns(List<Supplier<Optional<Path>>> candidates) {
    return candidates.stream()
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .filter(ServerVersion::isUsable)
        .findFirst()
        .orElseThrow(ServerBinary::none);
  }

  private static BundledServerException none() {
    return new BundledServerException(
        Reason.NO_BINARY,
        "no redis-server runs on this machine: the bundled one needs Linux (glibc 2.34 and OpenSSL 3"
            + " on x86-64) or macOS, and there is none on the PATH. Install Redis or Valkey"
            + " 6.2 or newer, or pass --redis URL.",
        null);
  }
}
