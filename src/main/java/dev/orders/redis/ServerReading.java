package dev.orders.redis;

import java.util.Map;

/**
 * What a server tells of itself at one moment.
 *
 * @param version such as {@code 7.0.15}; empty when it may not be asked
 * @param persistence how it keeps what it writes, in a few words
 * @param memoryBytes what its data takes up; 0 when it may not be asked
 * @param cpuMicros processor time it has used so far, in microseconds; 0 when it may not be asked
 */
public record ServerReading(
    String version, String persistence, long memoryBytes, double cpuMicros) {

  private static final double MICROS_A_SECOND = 1e6;

  /**
   * Reads it off.
   *
   * @param info what INFO tells
   * @param append what {@code CONFIG GET *append*} tells; empty when it may not be asked
   */
  static ServerReading of(Map<String, String> info, Map<String, String> append) {
    double seconds = number(info, "used_cpu_user") + number(info, "used_cpu_sys");
    return new ServerReading(
        info.getOrDefault("redis_version", ""),
        AppendOnly.word(append),
        (long) number(info, "used_memory"),
        seconds * MICROS_A_SECOND);
  }

  private static double number(Map<String, String> info, String name) {
    return Double.parseDouble(info.getOrDefault(name, "0"));
  }
}
