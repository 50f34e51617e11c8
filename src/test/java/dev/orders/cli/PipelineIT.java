package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Submit, work, look: each in a process of its own, with Korean text in the C locale. */
class PipelineIT {

  @TempDir Path directory;

  @Test
  void should_take_an_order_from_its_file_to_its_invoice_in_separate_processes()
      throws IOException {
    Files.writeString(directory.resolve("order.json"), Sample.order("홍길동"), StandardCharsets.UTF_8);
    OrdersProcess orders = OrdersProcess.onRedis(directory);

    assertThat(orders.run("submit", "order.json", "-o", "json").exits(0).out())
        .contains("주문이 접수되었습니다.");
    assertThat(orders.run("worker", "--burst").exits(0).err())
        .contains("1-invoice SUCCESS")
        .contains("1-notice SUCCESS");
    JsonNode order = json(orders.run("wait", "1", "--timeout", "30s", "-o", "json").exits(0).out());

    assertThat(order.get("status").stringValue()).isEqualTo("shipped");
    assertThat(order.get("tasks"))
        .hasSize(4)
        .allMatch(task -> task.get("state").stringValue().equals("SUCCESS"));
    JsonNode invoice = order.get("tasks").get(1).get("result");
    assertThat(Path.of(invoice.get("filepath").stringValue()))
        .exists()
        .hasParent(directory.resolve("invoices"));
    assertThat(
            order
                .get("tasks")
                .get(2)
                .get("result")
                .get("shipping_info")
                .get("recipient")
                .stringValue())
        .isEqualTo("홍길동");
    assertThat(orders.run("show", "1").exits(0).out()).contains("홍길동").contains("2 × 연필 = 2,000원");
    assertThat(orders.run("log", "1").exits(0).out())
        .contains("1-invoice   1    bytes", "1-shipping  1    tracking_number  TRK");
    assertThat(orders.run("tail", "1", "-o", "jsonl").exits(0).out().lines()).hasSize(4);
  }

  private static JsonNode json(String text) {
    return new ObjectMapper().readTree(text);
  }
}
