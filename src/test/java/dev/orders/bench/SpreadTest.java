package dev.orders.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void should_take_the_one_in_the_middle() {
    assertThat(Spread.of(List.of(9.0, 1.0, 5.0))).isEqualTo(new Spread(5, 1, 9));
  }

  @Test
  void should_take_the_lower_one_of_an_even_number() {
    assertThat(Spread.of(List.of(4.0, 3.0, 2.0, 1.0))).isEqualTo(new Spread(2, 1, 4));
  }

  @Test
  void should_tell_what_so_many_percent_do_not_exceed() {
    Latencies latencies = new Latencies();
    for (int millis = 1; millis <= 200; millis++) {
      latencies.add(millis * 1_000_000L);
    }

    assertThat(latencies.percentile(50)).isEqualTo(100);
    assertThat(latencies.percentile(99)).isEqualTo(198);
  }

  @Test
  void should_name_its_share_of_the_servers_own_speed() {
    Sample sample =
        new Sample()
            .rate(Figure.PER_SECOND, 300, 1_000_000_000L)
            .rate(Figure.SERVER_PER_SECOND, 200, 500_000_000L)
            .share();

    assertThat(sample.values()).containsEntry(Figure.PERCENT_OF_SERVER, 75.0);
  }
}
