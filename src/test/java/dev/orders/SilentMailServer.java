package dev.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A mail server that takes the first letter to its end and says nothing; later ones it confirms.
 */
final class SilentMailServer implements AutoCloseable {

  private final ServerSocket door;
  private final List<String> letters = new CopyOnWriteArrayList<>();

  SilentMailServer() {
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::receive);
  }

  String url() {
    return "smtp://127.0.0.1:" + door.getLocalPort() + "?starttls=never&timeout=60";
  }

  /** The {@code Message-ID} of each letter that came to its end. */
  List<String> letters() {
    return letters;
  }

  private void receive() {
    try {
      while (true) {
        Socket client = door.accept();
        start(() -> converse(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void converse(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
      say(client, "220 here");
      String messageId = "";
      boolean inLetter = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (inLetter && line.startsWith("Message-ID:")) {
          messageId = line;
        }
        if (line.equals(".") && inLetter) {
          inLetter = false;
          letters.add(messageId);
          if (letters.size() > 1) {
            say(client, "250 sent");
          }
        } else if (!inLetter) {
          inLetter = line.equals("DATA");
          say(client, inLetter ? "354 go on" : line.equals("QUIT") ? "221 bye" : "250 fine");
        }
      }
    } catch (IOException gone) {
      // The worker was killed.
    }
  }

  private static void say(Socket client, String reply) throws IOException {
    client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  private static void start(Runnable part) {
    Thread thread = new Thread(part, "silent-mail");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
