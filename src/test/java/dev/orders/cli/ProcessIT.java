package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.orders.cli.OrdersProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pipes, signals and exit codes, as a shell sees them. */
class ProcessIT {

  @TempDir Path directory;

  @Test
  void should_end_quietly_when_the_reader_of_its_output_has_gone() throws IOException {
    String many =
        IntStream.range(0, 3_000)
            .mapToObj(i -> Sample.order("A" + i))
            .collect(Collectors.joining("\n"));
    Files.writeString(directory.resolve("many.ndjson"), many);

    Finished finished =
        OrdersProcess.onRedis(directory)
            .shell("$ORDERS submit many.ndjson -o json | head -c 20; echo \" ${PIPESTATUS[0]}\"");

    assertThat(finished.exits(0).out()).isEqualTo("[{\"order_id\":1,\"stat 0\n");
    assertThat(finished.err()).isEmpty();
  }

  @Test
  void should_end_a_tail_quietly_when_one_event_was_enough() {
    Finished finished =
        OrdersProcess.onRedis(directory)
            .shell(
                "echo '"
                    + Sample.order("A")
                    + "' > a.json; $ORDERS submit a.json > a.out;"
                    + "($ORDERS tail; echo \"code $?\" >&2) | head -1 > first & tail=$!;"
                    + "until [ -s first ]; do $ORDERS submit a.json > a.out; done;"
                    + "$ORDERS submit a.json > a.out; wait $tail; cat first");

    assertThat(finished.exits(0).out()).startsWith("TIME");
    assertThat(finished.err()).isEqualTo("code 0\n");
  }

  @Test
  void should_refuse_a_full_disk_with_a_sentence() {
    Finished finished = OrdersProcess.in(directory).shell("$ORDERS --help > /dev/full");

    assertThat(finished.exits(9).err())
        .startsWith("orders: ")
        .contains("No space left")
        .hasLineCount(1);
  }

  @Test
  void should_let_a_worker_end_gracefully_at_the_first_signal() throws IOException {
    OrdersProcess orders = OrdersProcess.onRedis(directory);
    Process worker = orders.start("worker", "--queues", "email", "-n", "나-w1");
    await().until(() -> orders.soFar(worker, "err").contains("takes email"));

    worker.destroy();
    Finished finished = orders.await(worker).exits(0);

    assertThat(finished.out()).isEmpty();
    assertThat(finished.err()).contains("ended: 0 succeeded");
    assertThat(orders.run("workers", "-o", "json").exits(0).out()).isEqualTo("[]\n");
  }

  @Test
  void should_exit_143_when_a_wait_is_terminated() throws IOException {
    Files.writeString(directory.resolve("a.json"), Sample.order("A"));
    OrdersProcess orders = OrdersProcess.onRedis(directory);
    orders.run("submit", "a.json").exits(0);
    Process tail = orders.start("tail", "1");
    await().until(() -> orders.soFar(tail, "out").contains("1-shipping"));

    tail.destroy();

    orders.await(tail).exits(143);
  }

  @Test
  void should_refuse_a_password_in_an_argument_without_repeating_it() {
    Finished finished =
        OrdersProcess.in(directory).run("status", "1", "--redis", "redis://:s3cret@localhost");

    assertThat(finished.exits(2).err()).contains("ORDERS_REDIS_URL").doesNotContain("s3cret");
  }
}
