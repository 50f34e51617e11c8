package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillCarrierTest {

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path folder;
  private DrillCarrier carrier;

  @BeforeEach
  void open() {
    carrier = DrillCarrier.open(folder);
  }

  @AfterEach
  void close() {
    carrier.close();
  }

  @Test
  void should_recognize_a_shipment_by_its_key() throws Exception {
    String first = register("17-shipping.0a1b");

    assertThat(register("17-shipping.0a1b")).isEqualTo(first);
    assertThat(carrier.repeated()).isEqualTo(1);
    assertThat(carrier.doubled()).isZero();
  }

  @Test
  void should_take_another_key_of_the_same_order_for_a_second_parcel() throws Exception {
    String first = register("17-shipping.0a1b");

    assertThat(register("17-shipping.ffff")).isNotEqualTo(first);
    assertThat(carrier.doubled()).isEqualTo(1);
    assertThat(carrier.repeated()).isZero();
  }

  @Test
  void should_know_which_number_it_gave_to_which_order() throws Exception {
    String number = number(register("17-shipping.0a1b"));
    register("18-shipping.0a1c");

    assertThat(carrier.knows(17, number)).isTrue();
    assertThat(carrier.knows(18, number)).isFalse();
    assertThat(carrier.knows(19, number)).isFalse();
  }

  @Test
  void should_keep_a_log_of_every_registration() throws Exception {
    register("17-shipping.0a1b");
    register("17-shipping.0a1b");

    assertThat(Files.readAllLines(folder.resolve("shipments.log")))
        .containsExactly("17-shipping.0a1b TRK00000001", "17-shipping.0a1b TRK00000001 again");
  }

  private String register(String key) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(carrier.url() + "/shipments"))
            .header("Idempotency-Key", key)
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static String number(String answer) {
    return answer.replaceFirst(".*(TRK[0-9]+).*", "$1");
  }
}
