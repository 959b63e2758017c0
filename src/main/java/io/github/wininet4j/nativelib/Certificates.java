package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import org.jspecify.annotations.Nullable;

/**
 * Certificates as the library's C memory. A private key stays in Java: C knows it by a key container of the system
 * only.
 */
final class Certificates {
    private Certificates() {}

    static @Nullable Pointer context(CERT_CONTEXT certificate, OutboundCall call) {
        return certificate.certificates.isEmpty()
                ? null
                : CertificateLayout.context(certificate.certificates.get(0), call.arena());
    }

    /** A variable for the address of a chain, which the library makes and the reader frees. */
    static Pointer chain(CERT_CHAIN_CONTEXT chain, OutboundCall call) {
        Pointer memory = call.allocate(Native.POINTER_SIZE);
        call.onCompletion(() -> {
            Pointer found = memory.getPointer(0);
            if (found != null) {
                chain.certificates = CertificateLayout.certificates(found);
                free(found);
            }
        });
        return memory;
    }

    private static void free(Pointer chain) {
        if (Platform.isWindows()) {
            Function.getFunction("crypt32", "CertFreeCertificateChain", Function.ALT_CONVENTION)
                    .invokeVoid(new Object[] {chain});
        }
    }
}
