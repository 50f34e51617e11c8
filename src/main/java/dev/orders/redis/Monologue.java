package dev.orders.redis;

import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * A short command's conversation with Redis, held with nobody: all it takes, some thousand classes,
 * is loaded and linked by that.
 */
final class Monologue {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String OK = "+OK\r\n";
  private static final String LIST = "*1\r\n$1\r\n1\r\n";
  private static final String HASH = "*2\r\n$1\r\na\r\n$1\r\nb\r\n";

  private Monologue() {}

  static void hold() throws Exception {
    RedisURI uri = RedisUris.parse("redis://localhost:6379/0", RedisAccess.by(null)).get(0);
    Socket nobody = new Nobody(List.of(OK, LIST, HASH));
    try (StatefulRedisConnection<String, String> line =
        PlainConnection.over(nobody, uri, () -> {})) {
      RedisAsyncCommands<String, String> redis = line.async();
      new ScriptCall(Script.META, "meta", List.of()).sentBy(redis).answer(redis, SECOND);
      Awaiting.future(redis.hgetall("task"), SECOND);
    }
  }

  /** Answers each request with what was prepared for it. */
  private static final class Nobody extends Socket {

    private final Queue<String> prepared;
    private final PipedInputStream answers = new PipedInputStream();
    private final PipedOutputStream mouth;

    Nobody(List<String> prepared) throws IOException {
      this.prepared = new ArrayDeque<>(prepared);
      this.mouth = new PipedOutputStream(answers);
    }

    @Override
    public InputStream getInputStream() {
      return answers;
    }

    @Override
    public OutputStream getOutputStream() {
      return new OutputStream() {
        @Override
        public void write(int ignored) {
          throw new UnsupportedOperationException("requests come as a whole");
        }

        @Override
        public void write(byte[] request, int offset, int length) throws IOException {
          mouth.write(prepared.remove().getBytes(StandardCharsets.US_ASCII));
          mouth.flush();
        }
      };
    }

    @Override
    public synchronized void close() throws IOException {
      super.close();
      mouth.close();
    }
  }
}
