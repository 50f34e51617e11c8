package dev.orders.cli;

import dev.orders.app.Services;
import dev.orders.http.HttpServer;
import dev.orders.http.HttpTerms;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code orders serve}: the HTTP API, until it is told to stop. The first SIGTERM or Ctrl-C ends it
 * gracefully, with exit code 0; a second one at once.
 */
@Command(
    name = "serve",
    description = {
      "Serve the HTTP API. Ctrl-C or SIGTERM ends it gracefully, a second one at once.",
      "Other machines can call it only with a token: see ORDERS_HTTP_TOKEN."
    })
final class ServeCommand implements Callable<Integer> {

  /** A client gets an answer within this time and a little, whatever Redis does. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Spec CommandSpec spec;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Where to listen (default: 127.0.0.1); 0.0.0.0 for every address.")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where to listen; 0 for any free port (default: 8000).")
  int port = 8000;

  @Option(
      names = {"-l", "--loglevel"},
      paramLabel = "LEVEL",
      description = "off, error, warn, info, debug or trace (default: info).")
  Logging.@Nullable Verbosity level;

  @Mixin ConnectOptions connect = new ConnectOptions();

  @Override
  public Integer call() throws InterruptedException {
    OrdersCommand orders = OrdersCommand.of(spec);
    Logging.set(orders.options().verbosity(level));
    try (Services services = connect.services(PATIENCE);
        HttpServer server =
            HttpServer.start(services, HttpTerms.of(services.settings(), host, port));
        Signals signals = Signals.on(server::stop)) {
      orders
          .talk()
          .say("Serving at %s, the documents are at %1$s/docs. Ctrl-C stops it.", server.url());
      server.awaitEnd();
      return ExitCodes.OK;
    }
  }
}
