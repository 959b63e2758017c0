package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.WinInetError;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a connection accepts of the server's certificate and shows of its own.
 *
 * @param ignoreFlags {@code SECURITY_FLAG_IGNORE_*} bits and {@code OPT_IN_WEAK_SIGNATURE} (R-TLS-4); the same bits of
 *     {@code INTERNET_FLAG_IGNORE_CERT_*} mean the same (R-TLS-3)
 * @param combinedError whether every certificate problem is reported as 12055 (R-TLS-10)
 * @param clientChain the client's certificate and its issuers, or empty
 * @param clientKey the key of the first certificate, or null
 * @param noClientCertificate whether "no certificate" was chosen, which distinguishes a refusal from a choice to be
 *     made (R-TLS-14)
 * @param trust the authorities to trust, or null for those of the JVM
 * @param revocation whether to ask OCSP responders and revocation lists; what the JVM's own settings make it look up
 *     counts anyway
 * @param offersHttp2 whether the server may choose HTTP/2
 */
public record TlsPolicy(
        int ignoreFlags,
        boolean combinedError,
        List<X509Certificate> clientChain,
        @Nullable PrivateKey clientKey,
        boolean noClientCertificate,
        @Nullable KeyStore trust,
        Revocation revocation,
        boolean offersHttp2) {
    /** What can be ignored (R-TLS-4). The header's own mask leaves the wrong usage out. */
    public static final int IGNORABLE =
            SecurityFlag.SECURITY_IGNORE_ERROR_MASK | SecurityFlag.SECURITY_FLAG_IGNORE_WRONG_USAGE;

    /** Trusts what the JVM trusts, ignores nothing, has no certificate. */
    public static final TlsPolicy STRICT =
            new TlsPolicy(0, false, List.of(), null, false, null, Revocation.UNCHECKED, false);

    /** Copies the chain. */
    public TlsPolicy {
        clientChain = List.copyOf(clientChain);
    }

    /**
     * A policy without client certificate.
     *
     * @param ignoreFlags the problems to ignore
     * @param trust the authorities, or null for the JVM's
     * @return the policy
     */
    public static TlsPolicy ignoring(int ignoreFlags, @Nullable KeyStore trust) {
        return new TlsPolicy(ignoreFlags, false, List.of(), null, false, trust, Revocation.UNCHECKED, false);
    }

    /** Returns the same with the offer of HTTP/2. */
    public TlsPolicy offeringHttp2() {
        return new TlsPolicy(
                ignoreFlags, combinedError, clientChain, clientKey, noClientCertificate, trust, revocation, true);
    }

    /**
     * Returns the error of the first problem that is not ignored, or 12055 for any such if errors are combined
     * (R-TLS-10); else 0.
     */
    int errorOf(Set<CertificateProblem> problems) {
        for (CertificateProblem problem : CertificateProblem.values()) {
            if (problems.contains(problem) && !problem.ignoredBy(ignoreFlags)) {
                return combinedError ? WinInetError.ERROR_INTERNET_SEC_CERT_ERRORS : problem.errorCode();
            }
        }
        return 0;
    }

    boolean hasClientCertificate() {
        return clientKey != null && !clientChain.isEmpty();
    }
}
