package dev.orders.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.orders.queue.TaskId;
import dev.orders.queue.TaskResult;
import dev.orders.queue.TaskState;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A worker of two queues, of which one is damaged. */
@Timeout(60)
class DetourIT {

  private final Shop shop = new Shop();
  private final Logger log = (Logger) LoggerFactory.getLogger(Detour.class);
  private final Written written = new Written();

  @BeforeEach
  void listen() {
    written.start();
    log.setLevel(Level.INFO);
    log.addAppender(written);
  }

  @AfterEach
  void close() {
    shop.close();
    log.detachAppender(written);
    log.setLevel(null);
  }

  @Test
  void should_serve_the_other_queue_and_tell_of_the_damaged_one_once() throws IOException {
    String key = shop.damage("shipping:wake");
    Worker worker = shop.worker(1, attempt -> TaskResult.of(Map.of()));

    for (int i = 0; i < 5; i++) {
      TaskId task = shop.submitOne();
      await().until(() -> shop.task(task).state() == TaskState.SUCCESS);
    }
    shop.mend(key);
    await().until(() -> written.lines.size() > 1);

    assertThat(worker.counts().succeeded()).isEqualTo(5);
    assertThat(written.lines)
        .containsExactly(
            "WARN passing over a queue: " + key + " has the wrong type. See \"orders audit\".",
            "INFO " + key + " has the right type again");
  }

  private static final class Written extends AppenderBase<ILoggingEvent> {
    final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getLevel() + " " + event.getFormattedMessage());
    }
  }
}
