package io.github.wininet4j.nativelib;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.wininet4j.logging.SafeLogger;
import io.github.wininet4j.nativelib.memory.CertificateLayout;
import io.github.wininet4j.type.CERT_CHAIN_CONTEXT;
import io.github.wininet4j.type.CERT_CONTEXT;
import java.lang.System.Logger.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Certificates as the library's C memory. */
final class Certificates {
    private static final SafeLogger LOG = SafeLogger.of(Certificates.class);

    private Certificates() {}

    /** Returns a context with its key, made by crypt32 for a library that is not the project's own. */
    static @Nullable Pointer context(CERT_CONTEXT certificate, OutboundCall call) {
        WinInetLibrary library = call.library();
        try {
            if (library.isOwn()) {
                return CertificateLayout.context(certificate, call.arena());
            }
            return certificate.certificates.isEmpty()
                    ? null
                    : library.clientCertificates().context(certificate);
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, () -> "a client certificate cannot be handed over", e);
            throw new RefusedArgument("not a certificate with its key");
        }
    }

    /** A variable for the address of a chain, which the library makes and the reader frees. */
    static Pointer chain(CERT_CHAIN_CONTEXT chain, OutboundCall call) {
        return chain(chain, call.allocate(Native.POINTER_SIZE), call);
    }

    /** The same in memory that has been allocated for it. */
    static Pointer chain(CERT_CHAIN_CONTEXT chain, Pointer memory, OutboundCall call) {
        call.onCompletion(() -> {
            Pointer found = memory.getPointer(0);
            if (!call.succeeded() || found == null) {
                return;
            }
            try {
                chain.certificates = CertificateLayout.certificates(found, call.foreign());
                free(found, call.library());
            } catch (IllegalArgumentException e) {
                LOG.log(Level.DEBUG, () -> "the library has answered with no chain", e);
                chain.certificates = List.of();
            }
        });
        return memory;
    }

    private static void free(Pointer chain, WinInetLibrary library) {
        Function free = library.companion("crypt32", "CertFreeCertificateChain");
        if (free != null) {
            free.invokeVoid(new Object[] {chain});
        }
    }
}
