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
 * @param keyBits the bits of its key
 */
record CertificateText(String subject, String issuer, Instant start, Instant expiry, int keyBits) {
    private static final String LINE_END = "\r\n";
    private static final String NO_NAME = "(null)";
    private static final int STRONG_BITS = 128;
    private static final int MEDIUM_BITS = 56;

    /** Describes the certificate of a connection; there must be one. */
    static CertificateText of(TlsFindings findings) {
        X509Certificate certificate = findings.peerCertificates().get(0);
        return new CertificateText(
                lines(certificate.getSubjectX500Principal()),
                lines(certificate.getIssuerX500Principal()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                findings.keyBits());
    }

    private static String lines(X500Principal name) {
        try {
            List<String> values = new ArrayList<>();
            for (Rdn part : new LdapName(name.getName()).getRdns()) {
                values.add(quoted(String.valueOf(part.getValue())));
            }
            return String.join(LINE_END, values);
        } catch (InvalidNameException e) {
            // Not a name that LDAP knows; shown as it is.
            return name.getName();
        }
    }

    /** A part that contains a comma stands in quotes (R-TLS-24). */
    private static String quoted(String value) {
        return value.indexOf(',') < 0 ? value : '"' + value + '"';
    }

    /** All of it as one text; the names that option 32 leaves out are left out here too (R-TLS-25). */
    String formatted() {
        return String.join(
                LINE_END,
                "Subject:",
                subject,
                "Issuer:",
                issuer,
                "Effective Date:\t" + start,
                "Expiration Date:\t" + expiry,
                "Security Protocol:\t" + NO_NAME,
                "Signature Type:\t" + NO_NAME,
                "Encryption Type:\t" + NO_NAME,
                "Privacy Strength:\t" + strength() + " (" + keyBits + " bits)");
    }

    private String strength() {
        if (keyBits >= STRONG_BITS) {
            return "High";
        }
        return keyBits >= MEDIUM_BITS ? "Medium" : "Low";
    }
}
