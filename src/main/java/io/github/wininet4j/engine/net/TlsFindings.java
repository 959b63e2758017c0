package io.github.wininet4j.engine.net;

import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.WinInetError;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** What one TLS connection turned out to be: its strength, the server's certificates and what is wrong with them. */
public final class TlsFindings {

    private final Set<CertificateProblem> problems;
    private final TlsPolicy policy;
    private final List<X509Certificate> certificates;
    private final String protocol;
    private final String cipherSuite;

    TlsFindings(
            Set<CertificateProblem> problems,
            TlsPolicy policy,
            List<X509Certificate> certificates,
            String protocol,
            String cipherSuite) {
        this.problems = problems;
        this.policy = policy;
        this.certificates = certificates;
        this.protocol = protocol;
        this.cipherSuite = cipherSuite;
    }

    /**
     * Returns the {@code SECURITY_FLAG_*} bits of the connection: SECURE, one strength bit (R-TLS-5) and a result bit for each
     * problem, ignored or not (R-TLS-8).
     *
     * @return the bits
     */
    public int securityFlags() {
        return SecurityFlag.SECURITY_FLAG_SECURE | CipherStrength.flag(cipherSuite) | problemFlags();
    }

    /**
     * Returns the result bits alone (R-TLS-8).
     *
     * @return the bits of all problems, ignored or not
     */
    public int problemFlags() {
        int flags = 0;
        for (CertificateProblem problem : problems) {
            flags |= problem.resultFlag();
        }
        return flags;
    }

    /**
     * Returns the error of the first problem that is not ignored, or 12055 for any such problem if errors are combined (R-TLS-10).
     *
     * @return the code, or 0 if the certificate is acceptable
     */
    public int errorCode() {
        for (CertificateProblem problem : CertificateProblem.values()) {
            if (problems.contains(problem) && !problem.ignoredBy(policy.ignoreFlags())) {
                return policy.combinedError() ? WinInetError.ERROR_INTERNET_SEC_CERT_ERRORS : problem.errorCode();
            }
        }
        return 0;
    }

    /**
     * Returns the server's certificates.
     *
     * @return its own first; empty if it showed none
     */
    public List<X509Certificate> peerCertificates() {
        return certificates;
    }

    /**
     * Returns the protocol.
     *
     * @return for example {@code TLSv1.3}; empty if the handshake did not get that far
     */
    public String protocol() {
        return protocol;
    }

    /**
     * Returns the cipher suite.
     *
     * @return its standard name; empty if the handshake did not get that far
     */
    public String cipherSuite() {
        return cipherSuite;
    }

    /**
     * Returns the strength of the cipher.
     *
     * @return the bits of its key; 0 if unknown
     */
    public int keyBits() {
        return CipherStrength.bits(cipherSuite);
    }

    Set<CertificateProblem> problems() {
        return problems;
    }
}
