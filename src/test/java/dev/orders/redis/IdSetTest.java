package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdSetTest {

  private final IdSet set = new IdSet();

  @Test
  void should_take_each_entry_once() {
    assertThat(set.add("email 1-email")).isTrue();
    assertThat(set.add("email 1-email")).isFalse();
    assertThat(set.add("invoice 1-email")).isTrue();
    assertThat(set.size()).isEqualTo(2);
  }

  @Test
  void should_know_which_entries_were_met_again() {
    set.add("email 1-email");
    set.add("email 2-email");

    assertThat(set.meet("email 1-email")).isTrue();
    assertThat(set.meet("email 1-email")).isTrue();
    assertThat(set.meet("email 3-email")).isFalse();

    assertThat(set.areAllMet()).isFalse();
    assertThat(set.isUnmet("email 1-email")).isFalse();
    assertThat(set.isUnmet("email 2-email")).isTrue();
    assertThat(set.isUnmet("email 3-email")).isFalse();
    set.meet("email 2-email");
    assertThat(set.areAllMet()).isTrue();
  }

  @Test
  void should_remember_what_was_met_while_it_grows() {
    set.add("email 1-email");
    set.meet("email 1-email");

    for (int i = 2; i <= 100_000; i++) {
      set.add("email " + i + "-email");
    }

    assertThat(set.add("email 1-email")).isFalse();
    assertThat(set.isUnmet("email 1-email")).isFalse();
    for (int i = 2; i <= 100_000; i++) {
      assertThat(set.isUnmet("email " + i + "-email")).isTrue();
      assertThat(set.meet("email " + i + "-email")).isTrue();
    }
    assertThat(set.size()).isEqualTo(100_000);
    assertThat(set.areAllMet()).isTrue();
  }
}
