package dev.orders.redis;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The orders among some ids that exist, piece after piece. */
final class OrderPieces implements Supplier<Optional<List<OrderPicture>>> {

  private static final int ORDERS = 50;

  private final Requests requests;
  private final String key;
  private final List<String> ids;
  private int from;

  /**
   * @param key names the partition
   */
  OrderPieces(Requests requests, String key, List<String> ids) {
    this.requests = requests;
    this.key = key;
    this.ids = ids;
  }

  @Override
  public Optional<List<OrderPicture>> get() {
    if (from >= ids.size()) {
      return Optional.empty();
    }
    List<String> piece = ids.subList(from, Math.min(from + ORDERS, ids.size()));
    List<Object> answer = requests.run(Script.AUDIT_ORDERS, key, piece);
    from += ((Long) answer.get(0)).intValue();
    return Optional.of(
        answer.stream().skip(1).map(order -> OrderPicture.of((List<?>) order)).toList());
  }
}
