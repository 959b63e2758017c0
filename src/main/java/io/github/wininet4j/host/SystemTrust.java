package io.github.wininet4j.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that the system trusts, to be given to {@code WinInetConfig.withTrustStore} in place of those of the
 * JVM: what a company has installed on its machines is there (R-PROJ-TLS-5). On Windows they are the user's root store,
 * on macOS the keychains, elsewhere the PEM bundle of the distribution, or the one that the environment variable
 * {@code SSL_CERT_FILE} names.
 */
public final class SystemTrust {
    private static final String BUNDLE = "SSL_CERT_FILE";
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /** Debian and its kin, Fedora and its kin, openSUSE, Alpine, FreeBSD. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"),
            Path.of("/usr/local/share/certs/ca-root-nss.crt"));

    /** The key stores of the JDK that show those of the system; the first of macOS is there from JDK 23 on. */
    private static final List<String> WINDOWS = List.of("Windows-ROOT");

    private static final List<String> MACOS = List.of("KeychainStore-ROOT", "KeychainStore");

    private SystemTrust() {}

    /** Opens a key store of the JDK. */
    @FunctionalInterface
    interface Stores {
        /** Opens it by its type; fails if the JDK has none of that type. */
        KeyStore open(String type) throws GeneralSecurityException, IOException;
    }

    /**
     * Reads the authorities as they are now.
     *
     * @return a store with a certificate for each
     * @throws IOException if the system has none, or they cannot be read
     */
    public static KeyStore load() throws IOException {
        return load(System.getProperty("os.name", ""), System.getenv(), BUNDLES, type -> {
            KeyStore store = KeyStore.getInstance(type);
            store.load(null, null);
            return store;
        });
    }

    static KeyStore load(String system, Map<String, String> environment, List<Path> bundles, Stores stores)
            throws IOException {
        String name = system.toLowerCase(Locale.ROOT);
        try {
            KeyStore found = KeyStore.getInstance("PKCS12");
            found.load(null, null);
            if (name.startsWith("windows")) {
                copyAll(WINDOWS, stores, found);
            } else if (name.startsWith("mac")) {
                copyAll(MACOS, stores, found);
            } else {
                readBundle(bundle(environment.get(BUNDLE), bundles), found);
            }
            if (found.size() == 0) {
                throw new IOException("the system names no authority");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IOException("the system's authorities cannot be read", e);
        }
    }

    private static void copyAll(List<String> types, Stores stores, KeyStore to)
            throws GeneralSecurityException, IOException {
        GeneralSecurityException missing = null;
        int opened = 0;
        for (String type : types) {
            KeyStore from;
            try {
                from = stores.open(type);
            } catch (GeneralSecurityException e) {
                missing = e;
                continue;
            }
            opened++;
            for (String alias : Collections.list(from.aliases())) {
                if (from.isCertificateEntry(alias)) {
                    to.setCertificateEntry(type + " " + alias, from.getCertificate(alias));
                }
            }
        }
        if (opened == 0 && missing != null) {
            throw missing;
        }
    }

    private static Path bundle(@Nullable String named, List<Path> bundles) throws IOException {
        if (named != null && !named.isEmpty()) {
            return Path.of(named);
        }
        for (Path each : bundles) {
            if (Files.isReadable(each)) {
                return each;
            }
        }
        throw new IOException("no bundle of certificates in " + bundles);
    }

    /** What is not a certificate that the JVM understands is left out: it would only be trusted less. */
    private static void readBundle(Path file, KeyStore to) throws GeneralSecurityException, IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        int start = text.indexOf(BEGIN);
        for (int number = 1; start >= 0; number++) {
            int end = text.indexOf(END, start);
            if (end < 0) {
                break;
            }
            String base64 = text.substring(start + BEGIN.length(), end);
            try {
                byte[] der = Base64.getMimeDecoder().decode(base64);
                Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(der));
                to.setCertificateEntry(String.valueOf(number), certificate);
            } catch (CertificateException | IllegalArgumentException e) {
                // Then it vouches for nobody.
            }
            start = text.indexOf(BEGIN, end);
        }
    }
}
