package dev.orders.http;

import dev.orders.app.EventJson;
import dev.orders.app.Services;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Everything that can be asked for, in one table; {@code openapi.json} describes the same. */
final class Api implements AutoCloseable {

  private final Traffic traffic = new Traffic();
  private final RedisGate gate;
  private final EventHub hub;
  private final List<Route> routes;

  /**
   * @param isStopping true once the server is to end
   */
  Api(Services services, BooleanSupplier isStopping) {
    gate = new RedisGate(services.inspector()::newest);
    hub =
        EventHub.start(
            services.inspector(),
            new EventJson(services.messages(), services.settings().zone()),
            traffic.listeners());
    routes = routes(services, isStopping);
  }

  private List<Route> routes(Services services, BooleanSupplier isStopping) {
    Forms forms = new Forms(services);
    Orders orders = new Orders(services, forms);
    Tasks tasks = new Tasks(services, forms);
    Queues queues = new Queues(services, forms);
    Health health = new Health(services.inspector(), isStopping);
    Metrics metrics = new Metrics(services.inspector(), traffic, gate);
    Documents documents = new Documents();
    Monitor monitor = new Monitor();
    OrderLetters letters = new OrderLetters(services.letters());
    return List.of(
        Route.quick("/", documents::index),
        Route.quick("/docs", BuiltIn.file("docs.html", Media.HTML)),
        Route.quick("/docs.js", BuiltIn.file("docs.js", Media.SCRIPT)),
        Route.quick("/docs.css", BuiltIn.file("docs.css", Media.STYLE)),
        Route.quick("/openapi.json", BuiltIn.file("openapi.json", Media.JSON)),
        Route.get("/monitor", Access.READ, monitor::page),
        Route.quick("/monitor/{version}/{file}", monitor::file),
        Route.quick("/health/live", health::live),
        Route.get("/health/ready", Access.OPEN, gate.before(health::ready)),
        Route.get("/metrics", Access.READ, metrics::scrape),
        Route.post("/orders", Media.JSON, gate.before(orders::accept)),
        Route.post("/orders", Media.LINES, new OrderLines(services, forms, gate)::accept),
        Route.get("/orders", Access.READ, gate.before(orders::page)),
        Route.get("/orders/{id}", Access.READ, gate.before(orders::show)),
        Route.get("/orders/{id}/timeline", Access.READ, gate.before(orders::timeline)),
        Route.get("/orders/{id}/email", Access.FULL, gate.before(letters::show)),
        Route.get("/orders/{id}/email.html", Access.FULL, gate.before(letters::page)),
        Route.get("/orders/{id}/invoice.pdf", Access.FULL, gate.before(orders::invoice)),
        Route.post("/orders/{id}/cancel", Media.JSON, gate.before(orders::cancel)),
        Route.get("/failures", Access.READ, gate.before(tasks::failures)),
        Route.get("/tasks", Access.READ, gate.before(tasks::page)),
        Route.get("/tasks/{id}", Access.READ, gate.before(tasks::show)),
        Route.get("/tasks/{id}/log", Access.READ, gate.before(tasks::log)),
        Route.post("/tasks/{id}/retry", Media.JSON, gate.before(tasks::retry)),
        Route.post("/tasks/{id}/cancel", Media.JSON, gate.before(tasks::cancel)),
        Route.get("/queues", Access.READ, gate.before(queues::list)),
        Route.post("/queues/{queue}/pause", Media.JSON, gate.before(queues::pause)),
        Route.post("/queues/{queue}/resume", Media.JSON, gate.before(queues::resume)),
        Route.get("/history", Access.READ, gate.before(queues::history)),
        Route.get("/workers", Access.READ, gate.before(queues::workers)),
        Route.get("/events", Access.READ, new Events(hub)::follow));
  }

  List<Route> routes() {
    return routes;
  }

  Traffic traffic() {
    return traffic;
  }

  /** Ends what is streamed. */
  @Override
  public void close() {
    hub.close();
  }
}
