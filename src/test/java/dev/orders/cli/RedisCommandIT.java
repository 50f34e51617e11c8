package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.TestRedis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisCommandIT {

  private static final Pattern URL = Pattern.compile("redis://\\S+/0");

  @TempDir Path directory;

  @Test
  void should_serve_until_it_is_told_to_stop_and_keep_its_data() throws IOException {
    Files.writeString(directory.resolve("a.json"), Sample.order("A"));
    OrdersProcess orders = OrdersProcess.in(directory);

    Process first = orders.start("redis", "--port", "0");
    orders.run("submit", "a.json", "--redis", url(orders, first)).exits(0);
    first.destroy();
    orders.await(first).exits(0);

    assertThat(directory.resolve(".orders/redis/appendonly.aof")).isNotEmptyFile();
    Process second = orders.start("redis", "--port", "0");
    orders.run("status", "1", "--redis", url(orders, second)).exits(0);
    second.destroy();
    orders.await(second).exits(0);
  }

  @Test
  void should_say_that_the_port_is_taken() {
    OrdersProcess orders = OrdersProcess.in(directory);
    String port = Integer.toString(TestRedis.shared().port());

    assertThat(orders.run("redis", "--port", port).exits(9).err())
        .startsWith("orders: ")
        .contains(port);
  }

  @Test
  void should_say_that_its_directory_is_a_file() throws IOException {
    Files.writeString(directory.resolve("a.json"), "");

    assertThat(OrdersProcess.in(directory).run("redis", "--dir", "a.json").exits(9).err())
        .endsWith("a.json: it is a file.\n");
  }

  private static String url(OrdersProcess orders, Process server) {
    await().until(() -> URL.matcher(orders.soFar(server, "err")).find());
    Matcher matcher = URL.matcher(orders.soFar(server, "err"));
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
