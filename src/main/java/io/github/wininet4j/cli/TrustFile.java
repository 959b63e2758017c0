package io.github.wininet4j.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Reads the certificate authorities of {@code --ca}. */
final class TrustFile {
    /** The password that Java tools take when none is given; it guards nothing here. */
    private static final String USUAL_PASSWORD = "changeit";

    private TrustFile() {}

    /**
     * Reads a file of PEM certificates, or a key store of any type that the JVM knows.
     *
     * @param file the file
     * @return the authorities
     * @throws UsageException if it has none
     */
    static KeyStore read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            KeyStore store = new String(content, StandardCharsets.ISO_8859_1).contains("-----BEGIN")
                    ? fromPem(content)
                    : KeyStore.getInstance(file.toFile(), USUAL_PASSWORD.toCharArray());
            if (store.size() == 0) {
                throw new UsageException("--ca: no certificate in " + file);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageException("--ca: cannot read " + file + ": " + e);
        }
    }

    private static KeyStore fromPem(byte[] content) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content))) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        return store;
    }
}
