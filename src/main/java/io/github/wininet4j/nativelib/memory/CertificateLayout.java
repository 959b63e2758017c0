package io.github.wininet4j.nativelib.memory;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code CERT_CONTEXT} and {@code CERT_CHAIN_CONTEXT} of wincrypt.h, as far as WinInet's callers need them.
 *
 * <p>For the project's own library, a certificate store is a {@code CRYPT_DATA_BLOB} with a PKCS #12 file that has an
 * empty password: so a program in C can hand over a certificate with its key, as it does on Windows by a store of
 * crypt32. A context of zeros is the choice of no certificate (R-PROJ-TLS-3).
 */
public final class CertificateLayout {
    /** Bytes of a {@code CERT_CONTEXT}. */
    public static final int CONTEXT_SIZE = 5 * Native.POINTER_SIZE;

    private static final int X509_ASN_ENCODING = 1;

    /** Bytes of the longest certificate; a larger stated length is rejected. */
    private static final int LONGEST = 1 << 20;

    private static final int CONTEXT_BYTES = Native.POINTER_SIZE;
    private static final int CONTEXT_LENGTH = 2 * Native.POINTER_SIZE;
    private static final int CONTEXT_STORE = 4 * Native.POINTER_SIZE;

    private static final int BLOB_BYTES = Native.POINTER_SIZE;
    private static final int BLOB_SIZE = 2 * Native.POINTER_SIZE;
    private static final String NO_PASSWORD = "";

    /** Certificates of the longest chain that is believed. */
    private static final int LONGEST_CHAIN = 1000;

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
     * Places a {@code CERT_CONTEXT} with a store for its key, if it has one; zeros for no certificate.
     *
     * @param context the certificate and its key
     * @param arena where to
     * @return its address
     */
    public static Pointer context(CERT_CONTEXT context, Arena arena) {
        if (context.certificates.isEmpty()) {
            return arena.allocate(CONTEXT_SIZE);
        }
        Pointer memory = context(context.certificates.get(0), arena);
        if (context.privateKey != null) {
            memory.setPointer(CONTEXT_STORE, blob(Pkcs12.write(context, NO_PASSWORD), arena));
        }
        return memory;
    }

    /**
     * Places a {@code CRYPT_DATA_BLOB}.
     *
     * @param bytes what it has
     * @param arena where to
     * @return its address
     */
    public static Pointer blob(byte[] bytes, Arena arena) {
        Pointer blob = arena.allocate(BLOB_SIZE);
        Pointer data = arena.allocate(bytes.length);
        data.write(0, bytes, 0, bytes.length);
        blob.setInt(0, bytes.length);
        blob.setPointer(BLOB_BYTES, data);
        return blob;
    }

    /**
     * Reads a {@code CERT_CONTEXT} with the key in its store, if it has one.
     *
     * @param memory its address
     * @return the certificate and its key
     * @throws IllegalArgumentException if it is none
     */
    public static CERT_CONTEXT clientCertificate(Pointer memory) {
        CERT_CONTEXT context = new CERT_CONTEXT();
        if (memory.getPointer(CONTEXT_BYTES) == null && memory.getPointer(CONTEXT_STORE) == null) {
            return context;
        }
        context.certificates = List.of(certificate(memory, ForeignMemory.TRUSTED));
        Pointer store = memory.getPointer(CONTEXT_STORE);
        if (store != null) {
            Pointer bytes = store.getPointer(BLOB_BYTES);
            int length = store.getInt(0);
            if (bytes == null || length <= 0 || length > LONGEST) {
                throw new IllegalArgumentException("not a store");
            }
            Pkcs12.read(bytes.getByteArray(0, length), NO_PASSWORD, context);
        }
        return context;
    }

    private static X509Certificate certificate(@Nullable Pointer at, ForeignMemory foreign) {
        Pointer context = readable(foreign.block(at, CONTEXT_SIZE));
        int length = context.getInt(CONTEXT_LENGTH);
        if (length <= 0 || length > LONGEST) {
            throw new IllegalArgumentException("not a certificate");
        }
        byte[] encoded = readable(foreign.block(context.getPointer(CONTEXT_BYTES), length))
                .getByteArray(0, length);
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
     * @param at its address
     * @param foreign how to follow its pointers
     * @return the certificates, from the server's own on
     * @throws IllegalArgumentException if it is none
     */
    public static List<X509Certificate> certificates(Pointer at, ForeignMemory foreign) {
        List<X509Certificate> found = new ArrayList<>();
        Pointer chain = readable(foreign.block(at, CHAIN_SIZE));
        if (chain.getInt(CHAIN_COUNT) <= 0) {
            return found;
        }
        Pointer first = readable(foreign.block(chain.getPointer(CHAIN_ITEMS), Native.POINTER_SIZE));
        Pointer simple = readable(foreign.block(first.getPointer(0), CHAIN_SIZE));
        int count = Math.min(simple.getInt(CHAIN_COUNT), LONGEST_CHAIN);
        Pointer elements = readable(foreign.block(simple.getPointer(CHAIN_ITEMS), (long) count * Native.POINTER_SIZE));
        for (int i = 0; i < count; i++) {
            Pointer element = elements.getPointer((long) i * Native.POINTER_SIZE);
            found.add(certificate(
                    readable(foreign.block(element, ELEMENT_CERTIFICATE + Native.POINTER_SIZE))
                            .getPointer(ELEMENT_CERTIFICATE),
                    foreign));
        }
        return List.copyOf(found);
    }

    private static Pointer readable(@Nullable Pointer block) {
        if (block == null) {
            throw new IllegalArgumentException("a pointer to nothing");
        }
        return block;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("not encodable", e);
        }
    }
}
