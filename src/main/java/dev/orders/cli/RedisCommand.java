package dev.orders.cli;

import dev.orders.app.LocalRedis;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code orders redis}: the bundled server, until it is told to stop. */
@Command(
    name = "redis",
    description =
        "Run the bundled Redis server in the foreground, with every write forced to disk.")
final class RedisCommand implements Callable<Integer> {

  @Spec CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where it listens; 0 for any free port (default: 6379).")
  int port = 6379;

  @Option(
      names = "--dir",
      paramLabel = "DIRECTORY",
      description = "Where its data are (default: .orders/redis).")
  Path directory = Path.of(".orders", "redis");

  @Override
  public Integer call() {
    OrdersCommand orders = OrdersCommand.of(spec);
    Path data = orders.console().directory().resolve(directory);
    try (LocalRedis redis = LocalRedis.start(port, data);
        Signals signals = Signals.on(redis::close)) {
      orders
          .talk()
          .say("Redis listens at %s, its data are in %s. Ctrl-C stops it.", redis.url(), data);
      redis.awaitEnd();
      return wasAsked(signals) ? ExitCodes.OK : ended(orders, data);
    }
  }

  private static boolean wasAsked(Signals signals) {
    return signals.exitCode() != 0;
  }

  private static int ended(OrdersCommand orders, Path data) {
    orders
        .talk()
        .complain("orders: Redis has ended by itself. Its log in %s says why.".formatted(data));
    return ExitCodes.LOCAL;
  }
}
