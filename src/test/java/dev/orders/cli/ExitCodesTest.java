package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExitCodesTest {

  @Test
  void should_let_the_graver_code_win_in_the_order_of_the_contract() {
    List<Integer> contract = List.of(70, 6, 9, 7, 3, 1, 5, 0);
    for (int i = 0; i < contract.size(); i++) {
      for (int j = i; j < contract.size(); j++) {
        assertThat(ExitCodes.graver(contract.get(i), contract.get(j))).isEqualTo(contract.get(i));
        assertThat(ExitCodes.graver(contract.get(j), contract.get(i))).isEqualTo(contract.get(i));
      }
    }
  }

  @Test
  void should_not_let_an_unranked_code_be_lost_to_success() {
    assertThat(ExitCodes.graver(0, 4)).isEqualTo(4);
    assertThat(ExitCodes.graver(4, 0)).isEqualTo(4);
  }
}
