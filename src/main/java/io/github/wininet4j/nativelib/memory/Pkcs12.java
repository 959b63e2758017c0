package io.github.wininet4j.nativelib.memory;

import io.github.wininet4j.type.CERT_CONTEXT;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A client certificate with its key as the bytes of a PKCS #12 file (RFC 7292). */
public final class Pkcs12 {
    private static final String TYPE = "PKCS12";

    private Pkcs12() {}

    /**
     * Writes a certificate with its chain and its key.
     *
     * @param context what has a key
     * @param password protects it
     * @return the bytes
     * @throws IllegalArgumentException if there is no such file of it
     */
    public static byte[] write(CERT_CONTEXT context, String password) {
        char[] secret = password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            Certificate[] chain = context.certificates.toArray(new Certificate[0]);
            store.setKeyEntry("client", Objects.requireNonNull(context.privateKey), secret, chain);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, secret);
            return bytes.toByteArray();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("not a certificate with its key", e);
        }
    }

    /**
     * Reads the first key with its certificates.
     *
     * @param bytes the file
     * @param password protects it
     * @param context what to fill
     * @throws IllegalArgumentException if there is no key in it
     */
    public static void read(byte[] bytes, String password, CERT_CONTEXT context) {
        char[] secret = password.toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(new ByteArrayInputStream(bytes), secret);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.isKeyEntry(alias) ? store.getKey(alias, secret) : null;
                if (key instanceof PrivateKey found) {
                    List<X509Certificate> chain = new ArrayList<>();
                    Arrays.stream(store.getCertificateChain(alias)).forEach(c -> chain.add((X509Certificate) c));
                    context.certificates = List.copyOf(chain);
                    context.privateKey = found;
                    return;
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("not a PKCS #12 file", e);
        }
        throw new IllegalArgumentException("no key in the PKCS #12 file");
    }
}
