package dev.orders.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CuttingProxyTest {

  private static final String ANSWER = "0123456789";

  /** A socket just closed would not do: the accept under way may still take one more client. */
  private static final InetSocketAddress NOBODY = new InetSocketAddress("127.0.0.1", 1);

  private final ServerSocket server;
  private final CuttingProxy proxy;

  CuttingProxyTest() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    proxy = new CuttingProxy((InetSocketAddress) server.getLocalSocketAddress());
    Thread thread = new Thread(this::answerAll);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    proxy.close();
  }

  @Test
  void should_pass_on_what_is_said() throws IOException {
    try (Socket client = connect()) {
      assertThat(ask(client)).isEqualTo(ANSWER);
      assertThat(ask(client)).isEqualTo(ANSWER);
    }
  }

  @Test
  void should_cut_an_answer_where_luck_has_it_and_the_connection_with_it() throws IOException {
    proxy.cut(new Fault(FaultKind.CUT, 0, 14));
    try (Socket client = connect()) {
      assertThat(ask(client)).isEqualTo("0123");
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void should_cut_once_for_each_cut() throws IOException {
    proxy.cut(new Fault(FaultKind.CUT, 0, 10));
    try (Socket client = connect()) {
      assertThat(ask(client)).isEmpty();
    }
    try (Socket client = connect()) {
      assertThat(ask(client)).isEqualTo(ANSWER);
    }
  }

  @Test
  void should_end_the_connection_when_nobody_is_behind_it() throws IOException {
    try (CuttingProxy toNobody = new CuttingProxy(NOBODY);
        Socket client = new Socket("127.0.0.1", toNobody.port())) {
      assertThat(ask(client)).isEmpty();
    }
  }

  private Socket connect() throws IOException {
    return new Socket("127.0.0.1", proxy.port());
  }

  /** What comes back, at most an answer; less when the connection ends. */
  private static String ask(Socket client) throws IOException {
    try {
      client.getOutputStream().write('?');
      byte[] answer = client.getInputStream().readNBytes(ANSWER.length());
      return new String(answer, StandardCharsets.US_ASCII);
    } catch (SocketException reset) {
      return "";
    }
  }

  private void answerAll() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread thread = new Thread(() -> answer(client));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(Socket client) {
    try (client) {
      while (client.getInputStream().read() >= 0) {
        client.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }
}
