package dev.orders.cli;

import dev.orders.app.ProblemException;
import dev.orders.app.Services;
import dev.orders.app.Settings;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where Redis is, for every command that needs it. */
final class ConnectOptions {

  /** Not parsed as a URI: a Sentinel's several hosts are none. */
  private static final Pattern USER_INFO = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://(.*)@.*$");

  @Spec(Target.MIXEE)
  CommandSpec command;

  @Option(
      names = "--redis",
      paramLabel = "URL",
      description = "Redis to use (default: ORDERS_REDIS_URL, then redis://localhost:6379/0).")
  @Nullable String redis;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      description = "What all keys begin with (default: ORDERS_NAMESPACE, then orders).")
  @Nullable String namespace;

  /** The settings with these options in them. */
  Settings settings() {
    refusePassword();
    return new Settings(
        OrdersCommand.of(command)
            .variables()
            .withFlag(Settings.REDIS_URL, redis)
            .withFlag(Settings.NAMESPACE, namespace));
  }

  /** What the command works with; connects on first use, and the caller closes it. */
  Services services() {
    OrdersCommand.of(command).awaitRehearsal();
    return new Services(settings()).brief();
  }

  /**
   * What a command works with that would rather fail than wait; the caller closes it.
   *
   * @param patience how long a request may wait for Redis
   */
  Services services(Duration patience) {
    return new Services(settings(), patience);
  }

  /**
   * Whatever stands in an argument can be read by everybody on the machine. {@code user:@} names
   * only a user.
   */
  private void refusePassword() {
    if (redis != null && holdsPassword(redis)) {
      throw new ProblemException(
          ProblemException.Reason.USAGE,
          "a password does not belong into an argument, where others can read it. Put the URL into"
              + " ORDERS_REDIS_URL, or the password into ORDERS_REDIS_PASSWORD or the file named by"
              + " ORDERS_REDIS_PASSWORD_FILE.");
    }
  }

  /** A lone word before the {@code @} is a password by the convention of Redis URLs. */
  static boolean holdsPassword(String url) {
    Matcher userInfo = USER_INFO.matcher(url);
    return userInfo.matches() && !userInfo.group(1).matches("[^:]*:");
  }
}
