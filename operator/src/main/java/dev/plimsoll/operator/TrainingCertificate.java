package dev.plimsoll.operator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A key and a certificate for one training run, made by the runtime's own keytool: a quarter of
 * what a start loads is for TLS.
 *
 * @param server what the server answers with
 * @param authority the certificate, in PEM, that a client trusts
 */
record TrainingCertificate(SSLContext server, String authority) {
  private static final String PASSWORD = "training";
  private static final String ALIAS = "training";

  /** Makes a new pair, and leaves no file. */
  static TrainingCertificate make() {
    try {
      Path folder = Files.createTempDirectory("plimsoll-training");
      Path store = folder.resolve("store.p12");
      try {
        keytool(
            store,
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=training",
            "-ext",
            "SAN=ip:127.0.0.1");
        String authority = keytool(store, "-exportcert", "-rfc");
        return new TrainingCertificate(context(store), authority);
      } finally {
        Files.deleteIfExists(store);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime serves TLS", e);
    }
  }

  private static String keytool(Path store, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, arguments);
    Collections.addAll(command, "-alias", ALIAS, "-keystore", store.toString());
    Collections.addAll(command, "-storetype", "PKCS12", "-storepass", PASSWORD);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (InputStream output = process.getInputStream()) {
      return new String(output.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream stored = Files.newInputStream(store)) {
      keys.load(stored, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
