package dev.orders.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {

  @Test
  void should_let_no_message_break_its_line_or_steer_the_terminal() {
    LoggerContext context = new LoggerContext();
    new Logging().configure(context);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ConsoleAppender<ILoggingEvent> console =
        (ConsoleAppender<ILoggingEvent>) root.iteratorForAppenders().next();
    LoggingEvent event =
        new LoggingEvent("x", root, Level.INFO, "주문\u001b[2J\r\nb\u202ec\u0085", null, null);

    String line = new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);

    assertThat(line).endsWith(" INFO  주문 [2J  b c \n");
  }

  @Test
  void should_keep_libraries_from_writing_down_the_orders_that_they_carry() {
    Logging.set(Logging.Verbosity.trace);
    try {
      assertThat(LoggerFactory.getLogger("dev.orders.x").isTraceEnabled()).isTrue();
      assertThat(LoggerFactory.getLogger("io.lettuce.core").isInfoEnabled()).isTrue();
      assertThat(LoggerFactory.getLogger("io.lettuce.core").isDebugEnabled()).isFalse();
    } finally {
      Logging.set(Logging.Verbosity.off);
    }
  }
}
