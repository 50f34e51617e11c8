package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.app.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillTermsTest {

  @ParameterizedTest
  @CsvSource({
    "0,       1,  0,  0,  0,  --orders 0",
    "1000001, 1,  0,  0,  0,  --orders 1000001",
    "1,       0,  0,  0,  0,  --workers 0",
    "1,       65, 0,  0,  0,  --workers 65",
    "1,       1,  -1, 0,  0,  --kills -1",
    "1,       1,  0,  -1, 0,  --redis-kills -1",
    "1,       1,  0,  0,  -1, --cuts -1",
  })
  void should_refuse_what_no_drill_can_be(
      int orders, int workers, int kills, int redisKills, int cuts, String named) {
    assertThatThrownBy(() -> DrillTerms.of(orders, workers, kills, redisKills, cuts, 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageStartingWith(named + " is not possible")
        .extracting("reason")
        .isEqualTo(ProblemException.Reason.USAGE);
  }
}
