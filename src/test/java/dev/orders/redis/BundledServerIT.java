package dev.orders.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.orders.redis.BundledServerException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BundledServerIT {

  @TempDir Path directory;

  @Test
  void should_serve_as_soon_as_it_is_started() throws IOException {
    try (BundledServer server = BundledServer.start(0, directory)) {
      assertThat(RawRedis.ask(server.port(), "PING")).isEqualTo("+PONG");
      assertThat(server.isAlive()).isTrue();
      assertThat(server.url()).isEqualTo("redis://127.0.0.1:" + server.port() + "/0");
    }
  }

  @Test
  void should_keep_its_data_when_stopped_and_started_again() throws IOException {
    try (BundledServer first = BundledServer.start(0, directory)) {
      RawRedis.ask(first.port(), "SET order 17");
    }
    try (BundledServer second = BundledServer.start(0, directory)) {
      assertThat(RawRedis.ask(second.port(), "GET order")).isEqualTo("17");
    }
  }

  @Test
  void should_keep_what_it_acknowledged_when_killed() throws IOException {
    try (BundledServer first = BundledServer.start(0, directory)) {
      RawRedis.ask(first.port(), "SET order 17");
      first.kill();
      assertThat(first.isAlive()).isFalse();
    }
    try (BundledServer second = BundledServer.start(0, directory)) {
      assertThat(RawRedis.ask(second.port(), "GET order")).isEqualTo("17");
    }
  }

  @Test
  void should_refuse_writes_rather_than_evict_and_answer_only_this_machine() throws IOException {
    try (BundledServer server = BundledServer.start(0, directory)) {
      int port = server.port();
      assertThat(RawRedis.ask(port, "CONFIG GET bind")).isEqualTo("127.0.0.1");
      assertThat(RawRedis.ask(port, "CONFIG GET save")).isEmpty();
      assertThat(RawRedis.ask(port, "CONFIG GET appendfsync")).isEqualTo("always");
      assertThat(RawRedis.ask(port, "CONFIG GET maxmemory-policy")).isEqualTo("noeviction");
      assertThat(RawRedis.ask(port, "CONFIG GET hz")).isEqualTo("100");
    }
  }

  @Test
  void should_stop_once_and_not_mind_a_second_close() {
    BundledServer server = BundledServer.start(0, directory);
    server.close();
    server.close();
    assertThat(server.isAlive()).isFalse();
    assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(server);
    assertThat(RawRedis.isServed(server.port())).isFalse();
  }

  @Test
  void should_take_the_server_down_when_its_owner_is_killed() throws Exception {
    Process owner = ServerOwner.start(directory);
    int port = portOf(directory, owner);
    assertThat(RawRedis.isServed(port)).isTrue();

    owner.destroyForcibly().waitFor();

    await().until(() -> !RawRedis.isServed(port));
    try (BundledServer next = BundledServer.start(0, directory)) {
      assertThat(next.isAlive()).isTrue();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void should_live_in_a_process_group_of_its_own_so_that_an_interrupt_does_not_reach_it()
      throws IOException {
    try (BundledServer server = BundledServer.start(0, directory)) {
      assertThat(groupOf(server.pid())).isNotEqualTo(groupOf(ProcessHandle.current().pid()));
    }
  }

  @Test
  void should_say_so_when_the_port_is_taken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> BundledServer.start(taken.getLocalPort(), directory))
          .isInstanceOf(BundledServerException.class)
          .hasMessageContaining("port " + taken.getLocalPort())
          .extracting("reason")
          .isEqualTo(Reason.PORT_TAKEN);
    }
  }

  @Test
  void should_not_take_another_server_on_the_port_for_its_own(@TempDir Path other) {
    try (BundledServer server = BundledServer.start(0, directory)) {
      assertThatThrownBy(() -> BundledServer.start(server.port(), other))
          .extracting("reason")
          .isEqualTo(Reason.PORT_TAKEN);
    }
  }

  @Test
  void should_refuse_a_directory_that_another_server_uses() {
    try (BundledServer server = BundledServer.start(0, directory)) {
      assertThatThrownBy(() -> BundledServer.start(0, directory))
          .hasMessageContaining(directory + " is in use")
          .extracting("reason")
          .isEqualTo(Reason.DIRECTORY);
      assertThat(RawRedis.isServed(server.port())).isTrue();
    }
  }

  @Test
  void should_start_two_at_once(@TempDir Path other) {
    CompletableFuture<BundledServer> starting =
        CompletableFuture.supplyAsync(() -> BundledServer.start(0, directory));
    try (BundledServer one = BundledServer.start(0, other);
        BundledServer two = starting.join()) {
      assertThat(one.port()).isNotEqualTo(two.port());
      assertThat(RawRedis.isServed(one.port())).isTrue();
      assertThat(RawRedis.isServed(two.port())).isTrue();
    }
  }

  private static int portOf(Path directory, Process owner) throws IOException {
    Path owned = directory.resolve("owned");
    await().until(() -> Files.exists(owned) || !owner.isAlive());
    return Integer.parseInt(Files.readString(owned).split(" ")[0]);
  }

  /** The process group is the third field after the command's closing parenthesis (proc(5)). */
  private static String groupOf(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[2];
  }
}
