package dev.orders.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a self-contained run takes place: on the Redis that was given, or on a bundled one of its
 * own. From the moment on that orders may be in it, a temporary directory is kept until somebody
 * says that nothing in it is needed any more: what was accepted is never thrown away by accident.
 */
public final class RunSite implements AutoCloseable {

  private final Settings settings;
  private final @Nullable LocalRedis server;
  private final @Nullable Path data;
  private final boolean isTemporary;
  private boolean isNeeded;

  private RunSite(
      Settings settings, @Nullable LocalRedis server, @Nullable Path data, boolean isTemporary) {
    this.settings = settings;
    this.server = server;
    this.data = data;
    this.isTemporary = isTemporary;
  }

  /**
   * Starts the bundled server where one is needed.
   *
   * @param data where the bundled server keeps its data; null for the given Redis, or else a
   *     temporary directory
   */
  public static RunSite open(Settings settings, @Nullable Path data) {
    if (data == null && settings.redis().isGiven()) {
      return new RunSite(settings, null, null, false);
    }
    if (data != null) {
      return open(settings, data, false);
    }
    Path temporary = ScratchFolder.create("orders-");
    try {
      return open(settings, temporary, true);
    } catch (RuntimeException e) {
      ScratchFolder.delete(temporary);
      throw e;
    }
  }

  private static RunSite open(Settings settings, Path data, boolean isTemporary) {
    LocalRedis server = LocalRedis.start(0, data);
    return new RunSite(settings.withRedis(server.url()), server, data, isTemporary);
  }

  /** The settings, with the Redis of this run in them. */
  public Settings settings() {
    return settings;
  }

  /** Where the bundled server keeps its data; empty on a Redis that was given. */
  public Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  /** Says that orders are about to be accepted, so that the data must be kept. */
  public void begin() {
    isNeeded = true;
  }

  /** Says that everything succeeded, so that temporary data need not be kept. */
  public void done() {
    isNeeded = false;
  }

  /** True while there may be orders that somebody has to go on with. */
  public boolean isNeeded() {
    return isNeeded;
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    if (data != null && isTemporary && !isNeeded) {
      ScratchFolder.delete(data);
    }
  }
}
