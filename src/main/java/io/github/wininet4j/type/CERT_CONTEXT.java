package io.github.wininet4j.type;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client certificate with its key, for {@code INTERNET_OPTION_CLIENT_CERT_CONTEXT}; without a key it means "no
 * certificate".
 */
public final class CERT_CONTEXT implements Structure {
    /** The certificate chain, the client's own certificate first. */
    public List<X509Certificate> certificates = List.of();

    /** The private key, or null to answer the server's request with no certificate. */
    public @Nullable PrivateKey privateKey;

    /** Creates the choice "no certificate". */
    public CERT_CONTEXT() {}

    @Override
    public int sizeof() {
        return 40;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
