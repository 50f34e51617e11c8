package dev.orders.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;

/** Deletes all keys of a namespace, some at a time, while others use the server. */
final class Eraser {

  private static final int SOME = 500;

  private final Requests requests;
  private final Keys keys;

  Eraser(Requests requests, Keys keys) {
    this.requests = requests;
    this.keys = keys;
  }

  void erase() {
    ScanArgs ours = ScanArgs.Builder.matches(keys.pattern()).limit(SOME);
    ScanCursor cursor = ScanCursor.INITIAL;
    while (!cursor.isFinished()) {
      ScanCursor from = cursor;
      KeyScanCursor<String> found = requests.read(redis -> redis.scan(from, ours));
      if (!found.getKeys().isEmpty()) {
        String[] names = found.getKeys().toArray(String[]::new);
        requests.read(redis -> redis.unlink(names));
      }
      cursor = found;
    }
  }
}
