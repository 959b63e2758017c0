package io.github.wininet4j.engine.http;

import io.github.wininet4j.engine.net.TlsFindings;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * A server's certificate in words (R-OPTN-32, R-OPTN-35).
 *
 * @param subject the parts of the subject's name, one a line, the most general first
 * @param issuer the same of the issuer's name
 * @param start when it becomes valid
 * @param expiry when it ceases to be valid
 * @param signature how it is signed
 * @param protocol the protocol of the connection
 * @param cipherSuite its ciphers
 * @param keyBits the bits of its key
 */
record CertificateText(
        String subject,
        String issuer,
        Instant start,
        Instant expiry,
        String signature,
        String protocol,
        String cipherSuite,
        int keyBits) {
    private static final String LINE_END = "\r\n";

    /** Describes the certificate of a connection; there must be one. */
    static CertificateText of(TlsFindings findings) {
        X509Certificate certificate = findings.peerCertificates().get(0);
        return new CertificateText(
                lines(certificate.getSubjectX500Principal()),
                lines(certificate.getIssuerX500Principal()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.getSigAlgName(),
                findings.protocol(),
                findings.cipherSuite(),
                findings.keyBits());
    }

    private static String lines(X500Principal name) {
        try {
            List<String> values = new ArrayList<>();
            for (Rdn part : new LdapName(name.getName()).getRdns()) {
                values.add(String.valueOf(part.getValue()));
            }
            return String.join(LINE_END, values);
        } catch (InvalidNameException e) {
            // Not a name that LDAP knows; shown as it is.
            return name.getName();
        }
    }

    /** All of it as one text. */
    String formatted() {
        return String.join(
                LINE_END,
                "Subject:",
                subject,
                "Issuer:",
                issuer,
                "Effective Date:\t" + start,
                "Expiration Date:\t" + expiry,
                "Security Protocol:\t" + protocol,
                "Signature Type:\t" + signature,
                "Encryption Type:\t" + cipherSuite,
                "Privacy Strength:\t" + keyBits + " bits");
    }
}
