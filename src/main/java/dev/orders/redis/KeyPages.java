package dev.orders.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** All keys of a pattern, page after page. */
final class KeyPages implements Supplier<Optional<List<String>>> {

  private static final int PAGE = 1_000;

  private final Requests requests;
  private final ScanArgs ours;
  private ScanCursor cursor = ScanCursor.INITIAL;

  KeyPages(Requests requests, String pattern) {
    this.requests = requests;
    this.ours = ScanArgs.Builder.limit(PAGE).match(pattern);
  }

  @Override
  public Optional<List<String>> get() {
    ScanCursor from = cursor;
    if (from.isFinished()) {
      return Optional.empty();
    }
    KeyScanCursor<String> page = requests.read(redis -> redis.scan(from, ours));
    cursor = page;
    return Optional.of(page.getKeys());
  }
}
