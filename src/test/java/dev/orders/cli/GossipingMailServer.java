package dev.orders.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that refuses every letter, for now and then for good, and tells in its refusals
 * what it knows of the customer. The first letters it takes whole before it refuses them.
 */
final class GossipingMailServer implements AutoCloseable {

  private final String gossip;
  private final ServerSocket listener;
  private final AtomicInteger letters = new AtomicInteger();

  GossipingMailServer(String gossip) {
    this.gossip = gossip;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::listen);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void listen() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    int nth = letters.getAndIncrement();
    String refusal = (nth < 2 ? "451 4.7.1 " : "550 5.7.1 ") + gossip;
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
      say(client, "220 hello");
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.split("[ :]")[0];
        switch (command) {
          case "EHLO" -> say(client, "250-hello\r\n250 AUTH PLAIN LOGIN");
          case "AUTH" -> say(client, "235 come in");
          case "RCPT" -> say(client, nth % 2 == 0 ? "250 fine" : refusal);
          case "DATA" -> {
            say(client, "354 go on");
            String sent = in.readLine();
            while (sent != null && !sent.equals(".")) {
              sent = in.readLine();
            }
            say(client, refusal);
          }
          case "QUIT" -> say(client, "221 bye");
          default -> say(client, "250 fine");
        }
      }
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void say(Socket client, String reply) throws IOException {
    client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "gossiping-smtp");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
