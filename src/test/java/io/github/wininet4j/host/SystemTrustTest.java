package io.github.wininet4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wininet4j.testing.Rule;
import io.github.wininet4j.testing.TestCertificate;
import io.github.wininet4j.testing.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authorities of the system: bundles as they are, the stores of Windows and macOS by doubles. */
@Rule("R-PROJ-TLS-5")
final class SystemTrustTest {
    private static final SystemTrust.Stores NONE = type -> {
        throw new KeyStoreException(type);
    };

    private final TestCertificate one = TestCertificates.selfSigned();
    private final TestCertificate two = TestCertificates.good();

    @TempDir
    private Path folder;

    private static List<X509Certificate> certificates(KeyStore store) throws GeneralSecurityException {
        List<X509Certificate> found = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            assertThat(store.isCertificateEntry(alias)).isTrue();
            found.add((X509Certificate) store.getCertificate(alias));
        }
        return found;
    }

    private Path bundle() throws IOException {
        String pem = Files.readString(one.writePem(folder).chain());
        String other = Files.readString(two.writePem(folder).chain());
        String broken = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
        return Files.writeString(
                folder.resolve("bundle.pem"),
                "# some authorities -- and a comment\n\n" + pem + "\n= Two\n" + broken + other
                        + "-----BEGIN CERTIFICATE-----\nAA");
    }

    @Test
    void load_onLinux_readsTheFirstBundleThatIsThere() throws Exception {
        KeyStore store = SystemTrust.load("Linux", Map.of(), List.of(folder.resolve("none"), bundle()), NONE);

        assertThat(certificates(store)).containsExactlyInAnyOrder(one.certificate(), two.certificate());
    }

    @Test
    void load_whenTheEnvironmentNamesABundle_readsThat() throws Exception {
        Map<String, String> environment = Map.of("SSL_CERT_FILE", bundle().toString());

        assertThat(SystemTrust.load("Linux", environment, List.of(), NONE).size())
                .isEqualTo(2);
        assertThatThrownBy(() -> SystemTrust.load("Linux", Map.of("SSL_CERT_FILE", "/no/such"), List.of(), NONE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void load_whenThereIsNothing_fails() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));

        assertThatThrownBy(() -> SystemTrust.load("Linux", Map.of(), List.of(), NONE))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SystemTrust.load("Linux", Map.of(), List.of(empty), NONE))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> SystemTrust.load("Windows 11", Map.of(), List.of(bundle()), NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void load_onWindowsAndMacOs_takesTheCertificatesOfTheirStores() throws Exception {
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("a", one.certificate());
        KeyStore keychain = two.keyStore();
        keychain.setCertificateEntry("a", two.certificate());
        SystemTrust.Stores stores = type -> switch (type) {
            case "Windows-ROOT", "KeychainStore-ROOT" -> roots;
            case "KeychainStore" -> keychain;
            default -> throw new KeyStoreException(type);
        };
        SystemTrust.Stores old = type -> type.endsWith("ROOT") ? NONE.open(type) : keychain;

        assertThat(certificates(SystemTrust.load("Windows Server 2022", Map.of(), List.of(), stores)))
                .containsExactly(one.certificate());
        assertThat(certificates(SystemTrust.load("Mac OS X", Map.of(), List.of(), stores)))
                .containsExactlyInAnyOrder(one.certificate(), two.certificate());
        assertThat(certificates(SystemTrust.load("Mac OS X", Map.of(), List.of(), old)))
                .containsExactly(two.certificate());
    }
}
