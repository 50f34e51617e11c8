package dev.orders.http;

import dev.orders.queue.Inspector;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.function.BooleanSupplier;

/** {@code /health}: whether this server runs, and whether it can do its work. */
final class Health {

  private final Inspector inspector;
  private final BooleanSupplier isStopping;

  Health(Inspector inspector, BooleanSupplier isStopping) {
    this.inspector = inspector;
    this.isStopping = isStopping;
  }

  Answer live(Request request) {
    return well();
  }

  /** Ready is who reaches Redis and is not about to end. */
  Answer ready(Request request) {
    if (isStopping.getAsBoolean()) {
      throw new HttpProblem(HttpResponseStatus.SERVICE_UNAVAILABLE, "this server is about to end")
          .with("retry-after", "1");
    }
    inspector.newest();
    return well();
  }

  private static Answer well() {
    return Answer.json(
        200, json -> json.writeStartObject().writeStringProperty("status", "ok").writeEndObject());
  }
}
