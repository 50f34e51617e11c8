package dev.orders.redis;

import io.lettuce.core.api.push.PushListener;
import io.lettuce.core.protocol.PushHandler;
import java.util.Collection;
import java.util.List;

/** For a protocol without pushes. */
enum NoPushes implements PushHandler {
  INSTANCE;

  @Override
  public void addListener(PushListener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void removeListener(PushListener listener) {}

  @Override
  public Collection<PushListener> getPushListeners() {
    return List.of();
  }
}
