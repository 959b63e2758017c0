package io.github.wininet4j.engine.net.tls;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.testing.Secrets;
import io.github.wininet4j.testing.Waits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authority and server certificates made by the JDK's keytool, for what it can put into certificates: usages, lists,
 * signatures.
 */
final class KeytoolCertificates {
    private static final String PASSWORD = Secrets.use("changeit");

    private final Path folder;
    private final Path store;

    /** Makes the authority. */
    KeytoolCertificates(Path folder) throws Exception {
        this.folder = folder;
        this.store = folder.resolve("all.p12");
        make("ca", "-dname", "CN=keytool authority", "-ext", "bc:c=ca:true", "-ext", "ku=keyCertSign,cRLSign");
    }

    /** Makes a certificate for test.example; the authority signs it with the named algorithm. */
    void issue(String alias, String signature, String... extensions) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("-dname", "CN=test.example", "-signer", "ca", "-sigalg", signature));
        arguments.addAll(List.of("-ext", "san=dns:test.example"));
        for (String extension : extensions) {
            arguments.addAll(List.of("-ext", extension));
        }
        make(alias, arguments.toArray(String[]::new));
    }

    private void make(String alias, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-startdate", "-1d"));
        command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048"));
        command.addAll(List.of(arguments));
        keytool(command);
    }

    /** Returns a revocation list with one serial number. */
    byte[] revocationList(String serial) throws Exception {
        Path list = folder.resolve("list");
        keytool(List.of("-gencrl", "-alias", "ca", "-file", list.toString(), "-id", serial));
        return Files.readAllBytes(list);
    }

    String serial(String alias) throws Exception {
        return ((X509Certificate) load().getCertificate(alias))
                .getSerialNumber()
                .toString();
    }

    /** A server's context with one of the certificates. */
    SSLContext context(String alias) throws Exception {
        KeyStore keys = load();
        for (String other : Collections.list(keys.aliases())) {
            if (!other.equals(alias)) {
                keys.deleteEntry(other);
            }
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    KeyStore trustStore() throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("ca", load().getCertificate("ca"));
        return trust;
    }

    private KeyStore load() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void keytool(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Waits.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
    }
}
