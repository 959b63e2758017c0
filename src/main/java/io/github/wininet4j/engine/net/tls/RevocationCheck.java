package io.github.wininet4j.engine.net.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;

/** Asks the sources that a certificate names whether it was revoked. */
final class RevocationCheck {
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";

    private RevocationCheck() {}

    /**
     * Throws with the reason REVOKED or UNDETERMINED_REVOCATION_STATUS if the first certificate is not known to be
     * good.
     */
    static void run(PKIXCertPathBuilderResult path, Set<TrustAnchor> anchors, Instant now)
            throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.ONLY_END_ENTITY));
        PKIXParameters parameters = new PKIXParameters(anchors);
        parameters.setDate(Date.from(now));
        parameters.addCertPathChecker(checker);
        validator.validate(path.getCertPath(), parameters);
    }

    /** Returns whether the certificate says where to ask. */
    static boolean namesSource(X509Certificate certificate) {
        return certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS) != null
                || certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS) != null;
    }
}
