package io.github.wininet4j.type;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A server's certificate chain as {@code INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT} gives it: Java's certificates
 * instead of crypt32's.
 */
public final class CERT_CHAIN_CONTEXT implements Structure {
    /** The certificates, the server's own first; empty before the call. */
    public List<X509Certificate> certificates = List.of();

    /** Creates an empty chain. */
    public CERT_CHAIN_CONTEXT() {}

    @Override
    public int sizeof() {
        return Long.BYTES;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
