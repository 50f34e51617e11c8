package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orders.app.ProblemException;
import dev.orders.app.ScratchFolder;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A drill on a Redis that was given. */
class DrillSiteTest {

  @TempDir Path folder;

  @Test
  void should_keep_to_a_scratch_namespace_among_the_keys_of_the_user() {
    DrillSite site = site("redis://db.example:7000/3");
    try {
      assertThat(site.environment("http://carrier"))
          .containsEntry("ORDERS_REDIS_URL", "redis://db.example:7000/3")
          .containsEntry("ORDERS_CARRIER_URL", "http://carrier")
          .hasEntrySatisfying(
              "ORDERS_NAMESPACE", name -> assertThat(name).matches("shop-drill-[0-9a-f]{8}"))
          .hasEntrySatisfying(
              "ORDERS_OUTBOX_DIR", path -> assertThat(path).startsWith(site.folder().toString()));
    } finally {
      ScratchFolder.delete(site.folder());
    }
  }

  @Test
  void should_change_nothing_but_the_place_for_whoever_comes_through_the_proxy() {
    DrillSite site = site("redis://ada:s%40fe@db.example/3?timeout=5s");
    try {
      Map<String, String> straight = site.environment("http://carrier");

      assertThat(site.through(1234, straight))
          .containsEntry("ORDERS_REDIS_URL", "redis://ada:s%40fe@127.0.0.1:1234/3?timeout=5s")
          .containsEntry("ORDERS_NAMESPACE", straight.get("ORDERS_NAMESPACE"));
      assertThat(site.address().getHostString()).isEqualTo("db.example");
      assertThat(site.address().getPort()).isEqualTo(6379);
    } finally {
      ScratchFolder.delete(site.folder());
    }
  }

  @Test
  void should_leave_a_given_redis_in_peace() {
    DrillSite site = site("redis://db.example");
    try {
      assertThatThrownBy(() -> site.restartRedis(Duration.ZERO, new Halt()))
          .hasMessageContaining("left in peace");
      assertThatThrownBy(site::forgetScripts).hasMessageContaining("left in peace");
    } finally {
      ScratchFolder.delete(site.folder());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rediss://db.example",
        "redis-sentinel://db.example?sentinelMasterId=m",
        "redis://d b",
        "redis://_/"
      })
  void should_refuse_what_its_proxy_cannot_stand_before(String url) {
    assertThatThrownBy(() -> site(url))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("redis://")
        .hasMessageNotContaining("db");
  }

  private DrillSite site(String url) {
    Map<String, String> given = Map.of("ORDERS_REDIS_URL", url, "ORDERS_NAMESPACE", "shop");
    return DrillSite.open(new Settings(Variables.of(given, folder)), true);
  }
}
