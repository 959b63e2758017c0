package io.github.wininet4j.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate with its key.
 *
 * @param name what is special about it; also the name of its files
 * @param key the private key
 * @param chain the certificate and those that vouch for it, without the root
 */
public record TestCertificate(String name, PrivateKey key, List<X509Certificate> chain) {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /**
     * Files as OpenSSL reads them.
     *
     * @param chain the chain, the certificate first
     * @param key the private key, not encrypted
     */
    public record PemFiles(Path chain, Path key) {}

    /** Returns the certificate itself: the first of the chain. */
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** Returns a fresh store with key and chain; the password of the key is {@code changeit}. */
    public KeyStore keyStore() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, key, PASSWORD, chain.toArray(new X509Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Returns a context that shows this certificate and trusts the test authority: for servers, and for clients with a
     * certificate.
     */
    public SSLContext context() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(keyStore(), PASSWORD);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(TestCertificates.trustStore());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Writes chain and key to files.
     *
     * @param folder where
     * @return the files
     */
    public PemFiles writePem(Path folder) {
        StringBuilder certificates = new StringBuilder();
        try {
            for (X509Certificate certificate : chain) {
                certificates.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            Path chainFile = Files.writeString(
                    folder.resolve(name + ".crt"), certificates.toString(), StandardCharsets.US_ASCII);
            Path keyFile = Files.writeString(
                    folder.resolve(name + ".key"), pem("PRIVATE KEY", key.getEncoded()), StandardCharsets.US_ASCII);
            return new PemFiles(chainFile, keyFile);
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    static String pem(String type, byte[] der) {
        return "-----BEGIN " + type + "-----\n" + BASE64.encodeToString(der) + "\n-----END " + type + "-----\n";
    }
}
