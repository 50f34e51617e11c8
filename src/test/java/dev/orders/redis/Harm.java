package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.queue.BrokerException;
import dev.orders.queue.BrokerException.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Harm that comes to a store's keys: Lua is not rolled back, so it must be found beforehand. */
record Harm(TestStore store) {

  /** Puts a string in the key's place. */
  void damage(String name) {
    String key = store.keys().prefix() + name;
    store.raw().del(key);
    store.raw().set(key, "damaged");
  }

  /** The call is refused with these words, and nothing has changed. */
  void assertUnchanged(ThrowingCallable call, String named) {
    var before = store.standing().everything();
    assertThatThrownBy(call)
        .isInstanceOf(BrokerException.class)
        .hasMessageContaining(named)
        .extracting("reason")
        .isEqualTo(Reason.REFUSED);
    assertThat(store.standing().everything()).isEqualTo(before);
  }
}
