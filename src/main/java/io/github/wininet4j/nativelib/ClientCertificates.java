package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import io.github.wininet4j.nativelib.memory.Arena;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.nativelib.memory.ForeignMemory;
import io.github.wininet4j.nativelib.memory.Pkcs12;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Client certificates with their keys as crypt32 has them: WinInet hands them on to the system's TLS, which takes
 * neither a key of Java's nor a context that crypt32 has not made.
 *
 * <p>The system's TLS works in another process, so a key has to be in a container of the user's. Each is there from its
 * first use until the back end is closed.
 */
final class ClientCertificates {
    private static final int CERT_KEY_PROV_INFO_PROP_ID = 2;
    private static final int CRYPT_DELETEKEYSET = 0x10;
    private static final int CRYPT_MACHINE_KEYSET = 0x20;

    /** Of {@code CRYPT_KEY_PROV_INFO}. */
    private static final int PROVIDER = Native.POINTER_SIZE;

    private static final int PROVIDER_TYPE = 2 * Native.POINTER_SIZE;
    private static final int FLAGS = PROVIDER_TYPE + Integer.BYTES;

    private final WinInetLibrary library;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Identity, Imported> imported = new HashMap<>();

    private record Identity(
            List<X509Certificate> certificates, @Nullable PrivateKey key) {}

    private record Imported(Pointer store, Pointer context) {}

    ClientCertificates(WinInetLibrary library) {
        this.library = library;
    }

    /**
     * Returns the {@code PCCERT_CONTEXT} of a certificate. It stays valid until {@link #close}.
     *
     * @param certificate the certificate and its key
     * @return its address
     * @throws IllegalArgumentException if crypt32 refuses it
     */
    Pointer context(CERT_CONTEXT certificate) {
        if (certificate.privateKey == null) {
            throw new IllegalArgumentException("no key");
        }
        Identity identity = new Identity(List.copyOf(certificate.certificates), certificate.privateKey);
        lock.lock();
        try {
            Imported known = imported.get(identity);
            if (known == null) {
                known = imported(certificate);
                imported.put(identity, known);
            }
            return known.context();
        } finally {
            lock.unlock();
        }
    }

    private Imported imported(CERT_CONTEXT certificate) {
        String password = UUID.randomUUID().toString();
        Arena arena = Arena.owned();
        Pointer blob = CertificateLayout.blob(Pkcs12.write(certificate, password), arena);
        Pointer store = crypt32("PFXImportCertStore").invokePointer(new Object[] {blob, arena.wide(password), 0});
        if (store == null) {
            throw new IllegalArgumentException("PFXImportCertStore: " + Native.getLastError());
        }
        Pointer context = null;
        // Asking for the next one frees the one before.
        do {
            context = crypt32("CertEnumCertificatesInStore").invokePointer(new Object[] {store, context});
        } while (context != null && !hasKey(context));
        if (context == null) {
            crypt32("CertCloseStore").invokeInt(new Object[] {store, 0});
            throw new IllegalArgumentException("crypt32 has taken no key");
        }
        return new Imported(store, context);
    }

    private boolean hasKey(Pointer context) {
        return property(context, null, new IntByReference());
    }

    private boolean property(Pointer context, @Nullable Pointer memory, IntByReference size) {
        return crypt32("CertGetCertificateContextProperty")
                        .invokeInt(new Object[] {context, CERT_KEY_PROV_INFO_PROP_ID, memory, size})
                != 0;
    }

    /** Deletes the keys and frees the certificates; the library uses none of them any more. */
    void close() {
        lock.lock();
        try {
            for (Imported each : imported.values()) {
                deleteKey(each.context());
                crypt32("CertFreeCertificateContext").invokeInt(new Object[] {each.context()});
                crypt32("CertCloseStore").invokeInt(new Object[] {each.store(), 0});
            }
            imported.clear();
        } finally {
            lock.unlock();
        }
    }

    private void deleteKey(Pointer context) {
        IntByReference size = new IntByReference();
        if (!property(context, null, size)) {
            return;
        }
        Pointer information = Arena.owned().allocate(size.getValue());
        if (!property(context, information, size)) {
            return;
        }
        String container = ForeignMemory.CHECKED.wide(information.getPointer(0));
        String provider = ForeignMemory.CHECKED.wide(information.getPointer(PROVIDER));
        if (container == null || provider == null) {
            return;
        }
        int type = information.getInt(PROVIDER_TYPE);
        int where = information.getInt(FLAGS) & CRYPT_MACHINE_KEYSET;
        if (type == 0) {
            deleteFromProvider(provider, container, where);
        } else {
            deleteContainer(provider, container, type, where);
        }
    }

    private void deleteContainer(String provider, String container, int type, int where) {
        Function acquire = library.companion("advapi32", "CryptAcquireContextW");
        if (acquire != null) {
            Arena names = Arena.owned();
            acquire.invokeInt(new Object[] {
                new PointerByReference(), names.wide(container), names.wide(provider), type, CRYPT_DELETEKEYSET | where
            });
        }
    }

    /** A key of a provider of the newer kind (CNG). */
    private void deleteFromProvider(String provider, String key, int where) {
        Function openProvider = library.companion("ncrypt", "NCryptOpenStorageProvider");
        Function openKey = library.companion("ncrypt", "NCryptOpenKey");
        Function delete = library.companion("ncrypt", "NCryptDeleteKey");
        Function free = library.companion("ncrypt", "NCryptFreeObject");
        if (openProvider == null || openKey == null || delete == null || free == null) {
            return;
        }
        Arena names = Arena.owned();
        PointerByReference opened = new PointerByReference();
        PointerByReference found = new PointerByReference();
        if (openProvider.invokeInt(new Object[] {opened, names.wide(provider), 0}) == 0) {
            if (openKey.invokeInt(new Object[] {opened.getValue(), found, names.wide(key), 0, where}) == 0) {
                delete.invokeInt(new Object[] {found.getValue(), 0});
            }
            free.invokeInt(new Object[] {opened.getValue()});
        }
    }

    private Function crypt32(String name) {
        Function function = library.companion("crypt32", name);
        if (function == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return function;
    }
}
