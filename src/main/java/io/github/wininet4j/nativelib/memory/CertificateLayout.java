package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/** {@code CERT_CONTEXT} and {@code CERT_CHAIN_CONTEXT} of wincrypt.h, as far as WinInet's callers need them. */
public final class CertificateLayout {
    /** Bytes of a {@code CERT_CONTEXT}. */
    public static final int CONTEXT_SIZE = 5 * Native.POINTER_SIZE;

    private static final int X509_ASN_ENCODING = 1;

    /** Bytes of the longest certificate; a larger stated length is rejected. */
    private static final int LONGEST = 1 << 20;

    private static final int CONTEXT_BYTES = Native.POINTER_SIZE;
    private static final int CONTEXT_LENGTH = 2 * Native.POINTER_SIZE;

    /** Of both the chain context and its simple chains. */
    private static final int CHAIN_COUNT = 12;

    private static final int CHAIN_ITEMS = 16;
    private static final int CHAIN_SIZE = 64;
    private static final int ELEMENT_CERTIFICATE = Native.POINTER_SIZE;
    private static final int ELEMENT_SIZE = 56;

    private CertificateLayout() {}

    /**
     * Places a {@code CERT_CONTEXT}.
     *
     * @param certificate the certificate
     * @param arena where to
     * @return its address
     */
    public static Pointer context(X509Certificate certificate, Arena arena) {
        byte[] encoded = encoded(certificate);
        Pointer bytes = arena.allocate(encoded.length);
        bytes.write(0, encoded, 0, encoded.length);
        Pointer context = arena.allocate(CONTEXT_SIZE);
        context.setInt(0, X509_ASN_ENCODING);
        context.setPointer(CONTEXT_BYTES, bytes);
        context.setInt(CONTEXT_LENGTH, encoded.length);
        return context;
    }

    /**
     * Reads a {@code CERT_CONTEXT}.
     *
     * @param context its address
     * @return the certificate
     */
    public static X509Certificate certificate(Pointer context) {
        Pointer bytes = context.getPointer(CONTEXT_BYTES);
        int length = context.getInt(CONTEXT_LENGTH);
        if (bytes == null || length <= 0 || length > LONGEST) {
            throw new IllegalArgumentException("not a certificate");
        }
        byte[] encoded = bytes.getByteArray(0, length);
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }

    /**
     * Places a {@code CERT_CHAIN_CONTEXT} with one simple chain.
     *
     * @param certificates from the server's own on
     * @param arena where to
     * @return its address
     */
    public static Pointer chain(List<X509Certificate> certificates, Arena arena) {
        Pointer elements = arena.allocate((long) certificates.size() * Native.POINTER_SIZE);
        for (int i = 0; i < certificates.size(); i++) {
            Pointer element = arena.allocate(ELEMENT_SIZE);
            element.setInt(0, ELEMENT_SIZE);
            element.setPointer(ELEMENT_CERTIFICATE, context(certificates.get(i), arena));
            elements.setPointer((long) i * Native.POINTER_SIZE, element);
        }
        Pointer chains = arena.allocate(Native.POINTER_SIZE);
        chains.setPointer(0, items(certificates.size(), elements, arena));
        return items(1, chains, arena);
    }

    private static Pointer items(int count, Pointer array, Arena arena) {
        Pointer items = arena.allocate(CHAIN_SIZE);
        items.setInt(0, CHAIN_SIZE);
        items.setInt(CHAIN_COUNT, count);
        items.setPointer(CHAIN_ITEMS, array);
        return items;
    }

    /**
     * Reads the first simple chain of a {@code CERT_CHAIN_CONTEXT}.
     *
     * @param chain its address
     * @return the certificates, from the server's own on
     */
    public static List<X509Certificate> certificates(Pointer chain) {
        List<X509Certificate> found = new ArrayList<>();
        if (chain.getInt(CHAIN_COUNT) > 0) {
            Pointer simple = chain.getPointer(CHAIN_ITEMS).getPointer(0);
            Pointer elements = simple.getPointer(CHAIN_ITEMS);
            for (int i = 0; i < simple.getInt(CHAIN_COUNT); i++) {
                found.add(certificate(
                        elements.getPointer((long) i * Native.POINTER_SIZE).getPointer(ELEMENT_CERTIFICATE)));
            }
        }
        return List.copyOf(found);
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not encodable", e);
        }
    }
}
