package dev.orders.email;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate made for one test run, and those who show it and trust it. */
final class SelfSigned {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private static final Map<String, SelfSigned> MADE = new ConcurrentHashMap<>();

  private final KeyStore store;

  private SelfSigned(KeyStore store) {
    this.store = store;
  }

  /** Has the JDK's keytool make one for a host name, when there is none yet. */
  static SelfSigned forHost(String host) {
    return MADE.computeIfAbsent(host, SelfSigned::make);
  }

  private static SelfSigned make(String host) {
    try {
      Path directory = Files.createTempDirectory("self-signed");
      Path file = directory.resolve("server.p12");
      keytool(host, file);
      SelfSigned made = new SelfSigned(load(file));
      Files.delete(file);
      Files.delete(directory);
      return made;
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException("no certificate for " + host, e);
    }
  }

  private static void keytool(String host, Path file) throws IOException, InterruptedException {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "SAN=dns:" + host,
                "-validity",
                "2")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool failed: " + output);
    }
  }

  /** Shows the certificate as a server, and trusts it, and nothing else, as a client. */
  SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, PASSWORD);
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore load(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD);
      return store;
    }
  }
}
