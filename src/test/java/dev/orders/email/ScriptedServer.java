package dev.orders.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.net.ServerSocketFactory;

/**
 * A server with a will of its own: it answers a command, told by its first word, as it was told to,
 * and falls silent at a command whose answer is empty. {@code CONNECT} stands for the greeting and
 * {@code .} for the end of the letter.
 */
final class ScriptedServer implements AutoCloseable {

  private static final Map<String, String> USUAL =
      Map.of("CONNECT", "220 hello", "DATA", "354 go on", "QUIT", "221 bye");

  private final Map<String, String> replies;
  private final ServerSocket listener;
  private final CountDownLatch silent = new CountDownLatch(1);

  ScriptedServer(Map<String, String> replies) throws IOException {
    this(replies, ServerSocketFactory.getDefault());
  }

  ScriptedServer(Map<String, String> replies, ServerSocketFactory sockets) throws IOException {
    this.replies = replies;
    this.listener = sockets.createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "scripted-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a URL with a place for the port says. */
  SmtpSettings settings(String url) {
    return SmtpSettings.parse(url.formatted(listener.getLocalPort()), null);
  }

  /** Counts down when the server has fallen silent. */
  CountDownLatch silent() {
    return silent;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    try (Socket socket = listener.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      answer(socket, "CONNECT");
      converse(socket, in);
    } catch (IOException e) {
      if (!listener.isClosed() && silent.getCount() > 0) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void converse(Socket socket, BufferedReader in) throws IOException {
    boolean inLetter = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!inLetter || line.equals(".")) {
        String command = line.split("[ :]")[0];
        inLetter = answer(socket, command).startsWith("354");
      }
    }
  }

  private String answer(Socket socket, String command) throws IOException {
    String reply = replies.getOrDefault(command, USUAL.getOrDefault(command, "250 fine"));
    if (reply.isEmpty()) {
      silent.countDown();
    } else {
      socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
    return reply;
  }
}
