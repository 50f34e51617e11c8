package dev.orders.redis;

import dev.orders.redis.BundledServerException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One attempt to start a server on a port: ends with a server that serves, or with the reason why
 * not.
 */
final class ServerStart {

  private static final long LOOK_EVERY_MS = 10;
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final int port;
  private final Path binary;
  private final Path directory;
  private final ServerLog log;

  ServerStart(int port, Path binary, Path directory) {
    this.port = port;
    this.binary = binary;
    this.directory = directory;
    this.log = new ServerLog(directory.resolve("redis.log"));
  }

  /**
   * Starts it and waits until it serves; reading its data may take as long as it takes.
   *
   * @throws BundledServerException when it ended or kept silent
   */
  SupervisedProcess run() {
    try {
      SupervisedProcess process = SupervisedProcess.start(directory, command());
      awaitReady(process);
      return process;
    } catch (IOException e) {
      throw failed("it could not be started: " + e.getMessage());
    }
  }

  private List<String> command() {
    return List.of(
        binary.toString(),
        "--port",
        Integer.toString(port),
        "--bind",
        BundledServer.HOST,
        "--protected-mode",
        "yes",
        "--pidfile",
        "redis.pid",
        "--appendonly",
        "yes",
        "--appendfsync",
        "always",
        "--save",
        "",
        "--maxmemory-policy",
        "noeviction",
        "--hz", // How often Redis looks whether a waiting worker's time is over.
        "100",
        "--always-show-logo",
        "no");
  }

  private void awaitReady(SupervisedProcess process) {
    boolean isReady = false;
    try {
      isReady = isReadyInTime(process);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("the start was interrupted");
    } finally {
      if (!isReady) {
        process.stop();
      }
    }
  }

  private boolean isReadyInTime(SupervisedProcess process) throws InterruptedException {
    long lastSign = System.nanoTime();
    while (!process.hasEndedWithin(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
      switch (ServerProbe.ask(port, process.pid())) {
        case READY -> {
          return true;
        }
        case LOADING -> lastSign = System.nanoTime();
        case NOT_OURS -> {
          if (System.nanoTime() - lastSign > SILENCE.toNanos()) {
            throw failed("it did not answer for " + SILENCE.toSeconds() + " s");
          }
        }
      }
    }
    throw log.tellsOfTakenPort() ? portTaken() : failed("it ended: " + log.lastWarning());
  }

  private BundledServerException portTaken() {
    return new BundledServerException(
        Reason.PORT_TAKEN,
        "cannot start Redis on port "
            + port
            + " (somebody listens there already). Choose another port.",
        null);
  }

  private BundledServerException failed(String why) {
    return new BundledServerException(
        Reason.FAILED, "cannot start Redis: " + why + ". See " + log.file() + ".", null);
  }
}
