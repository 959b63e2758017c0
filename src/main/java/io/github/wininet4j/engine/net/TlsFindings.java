package io.github.wininet4j.engine.net;

import io.github.wininet4j.constant.SecurityFlag;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What one TLS connection turned out to be.
 *
 * @param problemFlags a result bit for each problem of the certificate, ignored or not (R-TLS-8)
 * @param isFaultless whether the certificate has no problem at all, also none that has no bit
 * @param peerCertificates the server's certificates, its own first; empty if it showed none
 * @param protocol for example {@code TLSv1.3}; empty if the handshake did not get that far
 * @param cipherSuite the standard name; empty if the handshake did not get that far
 * @param http2 whether the server chose HTTP/2
 */
public record TlsFindings(
        int problemFlags,
        boolean isFaultless,
        List<X509Certificate> peerCertificates,
        String protocol,
        String cipherSuite,
        boolean http2) {
    /** Nothing is known yet. */
    public static final TlsFindings NONE = new TlsFindings(0, true, List.of(), "", "", false);

    /** Copies the certificates. */
    public TlsFindings {
        peerCertificates = List.copyOf(peerCertificates);
    }

    /** Returns the {@code SECURITY_FLAG_*} bits: SECURE, one strength bit (R-TLS-5) and the result bits (R-TLS-8). */
    public int securityFlags() {
        return SecurityFlag.SECURITY_FLAG_SECURE | CipherStrength.flag(cipherSuite) | problemFlags;
    }

    /** Returns the bits of the cipher's key; 0 if unknown. */
    public int keyBits() {
        return CipherStrength.bits(cipherSuite);
    }
}
