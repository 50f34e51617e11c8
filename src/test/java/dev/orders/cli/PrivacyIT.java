package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.orders.redis.BundledServer;
import dev.orders.redis.RawRedis;
import dev.orders.redis.TestRedis;
import io.lettuce.core.Range;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything goes wrong that can, as talkatively as possible, while mail server and carrier tell in
 * their refusals what they know. Nothing of it may be found afterwards but in the order itself.
 */
class PrivacyIT {

  private static final String REDIS_PASSWORD = "sesame-redis";
  private static final String SMTP_PASSWORD = "sesame-smtp";
  private static final String CARRIER_TOKEN = "sesame-carrier";
  private static final String HTTP_TOKEN = "sesame-http-0123456789";
  private static final String READ_TOKEN = "sesame-read-0123456789";
  private static final List<String> SECRETS = List.of("sesame");
  private static final List<String> PERSONAL =
      List.of("geheim", "Geheim", "gehei", "비밀", "은밀로", "777-7777", "98765");
  private static final String ORDER =
      ("{'customer_email':'geheim.kunde@geheim.example','customer_name':'비밀 Geheimrat',"
              + "'items':[{'product_id':1,'product_name':'Geheimware','quantity':1,"
              + "'unit_price':1000,'total_price':1000}],'shipping_address':{'name':'비밀 Geheimrat',"
              + "'street':'은밀로 7','city':'Geheimstadt','postal_code':'98765','country':'KR',"
              + "'phone':'010-777-7777'},'total_amount':1000}")
          .replace('\'', '"');
  private static final String GOSSIP =
      "<geheim.kunde@geheim.example> (GEHEIM.KUNDE@geheim.example) 비밀 Geheimrat, of 은밀로 7,"
          + " Geheimstadt 98765, phone 010-777-7777, wants Geheimware";
  @TempDir private Path directory;

  private final BundledServer redis = TestRedis.start();
  private final GossipingMailServer mail = new GossipingMailServer(GOSSIP);
  private final HttpServer carrier = carrier();
  private final Map<String, String> environment = new HashMap<>();
  private final StringBuilder said = new StringBuilder();

  private static HttpServer carrier() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      AtomicInteger requests = new AtomicInteger();
      server.createContext("/", exchange -> refuse(exchange, requests.getAndIncrement()));
      server.start();
      return server;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void refuse(HttpExchange exchange, int nth) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().add("X-Recipient", "Geheimrat");
      exchange.getResponseHeaders().add("Retry-After", "Geheimrat");
      exchange.sendResponseHeaders(nth == 0 ? 500 : 422, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @BeforeEach
  void prepare() throws IOException {
    RawRedis.ask(redis.port(), "CONFIG SET requirepass " + REDIS_PASSWORD);
    environment.put("ORDERS_REDIS_URL", redis.url());
    environment.put("ORDERS_REDIS_PASSWORD", REDIS_PASSWORD);
    environment.put("ORDERS_SMTP_URL", "smtp://shop@127.0.0.1:" + mail.port() + "?starttls=never");
    environment.put("ORDERS_SMTP_PASSWORD", SMTP_PASSWORD);
    environment.put("ORDERS_CARRIER_URL", "http://127.0.0.1:" + carrier.getAddress().getPort());
    environment.put("ORDERS_CARRIER_TOKEN", CARRIER_TOKEN);
    environment.put("ORDERS_HTTP_TOKEN", HTTP_TOKEN);
    environment.put("ORDERS_HTTP_READ_TOKEN", READ_TOKEN);
    environment.put("ORDERS_EMAIL_RETRY_DELAY", "1ms");
    environment.put("ORDERS_SHIPPING_RETRY_DELAY", "1ms");
    Files.writeString(directory.resolve("invoices"), "a file where a folder should be");
    Files.writeString(directory.resolve("order.json"), ORDER);
  }

  @AfterEach
  void stop() {
    mail.close();
    carrier.stop(0);
    redis.kill();
  }

  @Test
  void should_keep_personal_data_and_secrets_out_of_all_but_the_order() throws Exception {
    TappedServer server = new TappedServer(process());
    Thread follower = server.follow(READ_TOKEN);
    takeOrders(server);
    refuseOrders();
    failAtEveryTask();
    server.read(READ_TOKEN);
    look();
    String heard = server.stop(follower);
    assertThat(heard).contains("data: ", "1-email", "FAILURE", "orders_accepted_total");
    said.append(heard.replace("Geheimware", "what was bought, which a reader may see"));

    for (String word : PERSONAL) {
      assertThat(said.toString()).doesNotContain(word);
    }
    String kept = everythingButBodies();
    assertThat(kept).contains("1-email", "FAILURE").contains("451", "550", "422");
    for (String word : PERSONAL) {
      assertThat(kept).doesNotContain(word);
    }
    for (String word : SECRETS) {
      assertThat(said.toString()).doesNotContain(word);
      assertThat(kept).doesNotContain(word);
    }
  }

  private static void takeOrders(TappedServer server) throws Exception {
    assertThat(server.post("/orders", ORDER, HTTP_TOKEN)).isEqualTo(201);
    assertThat(server.post("/orders", ORDER, HTTP_TOKEN)).isEqualTo(201);
    String wrongSum = ORDER.replace("1000}]", "1}]");
    assertThat(server.post("/orders", wrongSum, HTTP_TOKEN)).isEqualTo(422);
    String noAddress = ORDER.replace("@", " at ");
    assertThat(server.post("/orders", noAddress, HTTP_TOKEN)).isEqualTo(422);
    assertThat(server.post("/orders", ORDER.substring(1), HTTP_TOKEN)).isEqualTo(400);
    assertThat(server.post("/orders", ORDER, HTTP_TOKEN + "x")).isEqualTo(401);
    assertThat(server.post("/orders/geheim?status=geheim", ORDER, HTTP_TOKEN)).isIn(404, 405);
  }

  /** What was wrong with an order is told, but not what it held. */
  private void refuseOrders() throws IOException {
    Files.writeString(directory.resolve("other.json"), ORDER.replace("Geheimware", "Geheimnis"));
    Files.writeString(
        directory.resolve("bad.ndjson"),
        String.join(
            "\n",
            ORDER.replace("@", " at "),
            ORDER.replace("\"Geheimware\"", "Geheimware"),
            ORDER.replace("Geheimrat", "Geheim\\nrat"),
            ORDER.replace("\"010-777-7777\"", "\"\""),
            "비밀,geheim.kunde@geheim.example",
            ORDER.substring(0, 200)));
    say(3, "submit", "bad.ndjson");
    say(0, "submit", "order.json", "--idempotency-key", "mine");
    say(7, "submit", "other.json", "--idempotency-key", "mine");
  }

  private void failAtEveryTask() throws IOException {
    OrdersProcess orders = process();
    Process worker = orders.start("worker", "-vv", "--loglevel", "trace", "--stacktrace");
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> allHaveFailed());
    for (String place : List.of("active", "reserved", "scheduled")) {
      say(0, "inspect", place, "-o", "jsonl");
    }
    say(0, "workers", "-o", "json");
    assertThat(said.toString()).contains("\"pid\":" + worker.pid());
    worker.destroy();
    remember(orders.await(worker).exits(0));
  }

  private boolean allHaveFailed() {
    TestConsole console = new TestConsole(environment, directory);
    return console.expect(0, "status", "1", "2", "-o", "jsonl").split("\"FAILURE\"", -1).length > 6;
  }

  /** All that shows how things stand; what shows an order is left out. */
  private void look() {
    say(0, "status", "1", "2");
    say(0, "status", "1", "2", "-o", "json");
    say(0, "inspect", "dead");
    say(0, "inspect", "dead", "-o", "json");
    say(0, "queues");
    say(0, "log", "1", "2");
    say(0, "log", "1", "2", "-o", "jsonl");
    say(0, "show", "1", "--timeline");
    say(0, "show", "1", "2", "--timeline", "-o", "json");
    say(0, "tail", "1");
    say(0, "tail", "1", "-o", "jsonl");
    say(0, "audit");
    say(0, "audit", "-o", "json");
    say(1, "wait", "1");
    say(0, "retry", "1-email");
    say(7, "retry", "1-email");
    environment.put("ORDERS_REDIS_PASSWORD", "sesame-wrong");
    say(6, "status", "1");
  }

  private void say(int code, String... arguments) {
    TestConsole console = new TestConsole(environment, directory);
    int actual = console.run(arguments);
    assertThat(actual)
        .as("%s%n%s%n%s", List.of(arguments), console.out(), console.err())
        .isEqualTo(code);
    said.append(console.out()).append(console.err());
  }

  private void remember(OrdersProcess.Finished finished) {
    said.append(finished.out()).append(finished.err());
  }

  private OrdersProcess process() {
    OrdersProcess orders = OrdersProcess.in(directory);
    environment.forEach(orders::with);
    return orders;
  }

  /** Every key with all that it holds, as text. */
  private String everythingButBodies() {
    RedisClient client =
        RedisClient.create("redis://:" + REDIS_PASSWORD + "@127.0.0.1:" + redis.port());
    try {
      RedisCommands<String, String> raw = client.connect().sync();
      StringBuilder all = new StringBuilder();
      for (String key : raw.keys("*")) {
        if (!key.contains(":body:")) {
          all.append(key).append(' ').append(held(raw, key)).append('\n');
        }
      }
      return all.toString();
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }

  private static Object held(RedisCommands<String, String> raw, String key) {
    return switch (raw.type(key)) {
      case "string" -> raw.get(key);
      case "hash" -> raw.hgetall(key);
      case "list" -> raw.lrange(key, 0, -1);
      case "set" -> raw.smembers(key);
      case "zset" -> raw.zrangeWithScores(key, 0, -1);
      case "stream" -> raw.xrange(key, Range.unbounded());
      default -> throw new AssertionError("what is " + key + "?");
    };
  }
}
