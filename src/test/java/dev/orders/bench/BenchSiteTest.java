package dev.orders.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orders.app.Services;
import dev.orders.app.Settings;
import dev.orders.app.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bench on a Redis that was given. */
class BenchSiteTest {

  @TempDir Path folder;

  @Test
  void should_take_along_all_that_it_takes_to_get_into_the_given_redis() throws IOException {
    Settings given =
        settings(
            Map.of(
                "ORDERS_REDIS_URL",
                "rediss://db.example:7000/3",
                "ORDERS_REDIS_PASSWORD",
                "open sesame",
                "ORDERS_REDIS_SENTINEL_PASSWORD",
                "sesame",
                "ORDERS_REDIS_CA_FILE",
                file("ca.pem").toString(),
                "ORDERS_REDIS_CERT_FILE",
                file("cert.pem").toString(),
                "ORDERS_REDIS_KEY_FILE",
                file("key.pem").toString()));

    try (BenchSite site = BenchSite.open(given, true);
        Services services = site.services()) {
      assertThat(services.settings().redis().asVariables())
          .isEqualTo(given.redis().asVariables())
          .hasSize(6);
    }
  }

  private Path file(String name) throws IOException {
    return Files.createFile(folder.resolve(name));
  }

  private Settings settings(Map<String, String> variables) {
    return new Settings(Variables.of(variables, folder));
  }
}
