package dev.orders.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.helpers.Reporter;

/**
 * Sets logging up in code, which costs a cold start half of what a logback.xml does: UTF-8 to
 * standard error, nothing until a level is asked for. Found by logback as a service.
 */
public final class Logging extends ContextAwareBase implements Configurator {

  /** One line each, with nothing in it that a terminal would obey, whoever made up a part of it. */
  private static final String SAFE_MESSAGE =
      "%replace(%msg){'[\\x00-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFEFF]',"
          + " ' '}";

  /** Made by logback. */
  public Logging() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(
        "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level " + SAFE_MESSAGE + "%n%ex{short}");
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.OFF);
    root.addAppender(appender);
    // Two warnings an invoice, about a table that the fonts have too many and one that their
    // subsets lack.
    context.getLogger("org.apache.fontbox").setLevel(Level.OFF);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** What can be asked for, in order of talkativeness. */
  enum Verbosity {
    off,
    error,
    warn,
    info,
    debug,
    trace
  }

  /**
   * Keeps logback from being started by libraries in a command that writes no log: that takes a
   * tenth of the command's time. Must come first, and {@link #set} must not follow.
   */
  static void spare() {
    System.setProperty(
        LoggerFactory.PROVIDER_PROPERTY_KEY, NOP_FallbackServiceProvider.class.getName());
    // Or else slf4j says that it was told.
    System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
  }

  /**
   * Lets everything of this level through; libraries stay quieter, since what they say is of no use
   * at info, and below it they write down what they carry: whole orders, with their customers.
   */
  static void set(Verbosity verbosity) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Level level = Level.toLevel(verbosity.name().toUpperCase(Locale.ROOT));
    context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(quieter(level));
    context.getLogger("dev.orders").setLevel(level);
  }

  private static Level quieter(Level level) {
    return switch (level.toInt()) {
      case Level.INFO_INT -> Level.WARN;
      case Level.DEBUG_INT, Level.TRACE_INT -> Level.INFO;
      default -> level;
    };
  }
}
