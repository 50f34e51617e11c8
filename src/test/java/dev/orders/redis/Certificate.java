package dev.orders.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/**
 * A certificate that vouches for itself, as files in PEM.
 *
 * @param file the certificate
 * @param key its key, PKCS #8
 */
record Certificate(Path file, Path key) {

  private static final String PASSWORD = "changeit";

  /**
   * Has the JDK's keytool make one.
   *
   * @param names for whom, such as {@code dns:localhost,ip:127.0.0.1}
   */
  static Certificate make(Path directory, String names) {
    try {
      Path store = directory.resolve("store.p12");
      keytool(store, names);
      KeyStore made = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(store)) {
        made.load(in, PASSWORD.toCharArray());
      }
      return new Certificate(
          pem(directory, "CERTIFICATE", made.getCertificate("it").getEncoded()),
          pem(directory, "PRIVATE KEY", made.getKey("it", PASSWORD.toCharArray()).getEncoded()));
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException("no certificate for " + names, e);
    }
  }

  private static Path pem(Path directory, String kind, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        directory.resolve(kind.replace(' ', '-') + ".pem"),
        "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
  }

  private static void keytool(Path store, String names) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "it",
                "-keyalg",
                "EC",
                "-dname",
                "CN=orders",
                "-ext",
                "SAN=" + names,
                "-validity",
                "2")
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool failed: " + output);
    }
  }
}
