package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.order.Fault;
import dev.orders.order.Order;
import dev.orders.order.OrderReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderMakerTest {

  @Test
  void should_make_orders_that_every_shop_could_submit() throws IOException {
    Read read = new Read();
    byte[] bytes = String.join("\n", lines(1, 300)).getBytes(StandardCharsets.UTF_8);

    OrderReader.read(new ByteArrayInputStream(bytes), "drill", read);

    assertThat(read.faults).isEmpty();
    assertThat(read.orders).hasSize(300).doesNotHaveDuplicates();
    assertThat(read.orders).anyMatch(order -> order.currency().getCurrencyCode().equals("USD"));
    assertThat(read.orders).anyMatch(order -> !order.adjustments().isEmpty());
  }

  @Test
  void should_make_the_same_orders_from_the_same_seed() {
    assertThat(lines(5, 50)).isEqualTo(lines(5, 50)).isNotEqualTo(lines(6, 50));
  }

  private static List<String> lines(long seed, int count) {
    return Stream.generate(new OrderMaker(seed)::next).limit(count).toList();
  }

  private static final class Read implements OrderReader.Sink {

    private final List<Order> orders = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    @Override
    public void order(long line, int place, Order order) {
      orders.add(order);
    }

    @Override
    public void fault(Fault fault) {
      faults.add(fault);
    }

    @Override
    public void warning(Fault warning) {
      faults.add(warning);
    }
  }
}
