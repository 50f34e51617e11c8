package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomIdTest {

  @Test
  void should_give_each_an_id_of_its_own_that_looks_like_a_uuid() {
    assertThat(Stream.generate(RandomId::next).limit(1_000))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(UUID.fromString(id)).hasToString(id));
  }
}
