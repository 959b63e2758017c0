package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.constant.SecurityFlag;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.PKIXReason;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Finds everything that is wrong with a server's certificate, not just the first thing as the JVM does: each can be
 * ignored by itself. The JVM's verdict counts; where it says no, the reasons are looked for one by one.
 */
final class CertificateCheck {
    private static final Set<String> SERVER_USAGES = Set.of(
            "1.3.6.1.5.5.7.3.1", // serverAuth
            "2.5.29.37.0", // anyExtendedKeyUsage
            "1.3.6.1.4.1.311.10.3.3", // the two old server gated crypto usages
            "2.16.840.1.113730.4.1");

    private static final Map<CertPathValidatorException.Reason, CertificateProblem> REASONS = Map.of(
            BasicReason.REVOKED, CertificateProblem.REVOKED,
            BasicReason.UNDETERMINED_REVOCATION_STATUS, CertificateProblem.REVOCATION_UNCHECKED,
            BasicReason.ALGORITHM_CONSTRAINED, CertificateProblem.WEAK_SIGNATURE,
            BasicReason.INVALID_SIGNATURE, CertificateProblem.INVALID,
            PKIXReason.NO_TRUST_ANCHOR, CertificateProblem.UNKNOWN_AUTHORITY);

    private static final Set<CertPathValidatorException.Reason> DATE_REASONS =
            Set.of(BasicReason.EXPIRED, BasicReason.NOT_YET_VALID);

    private final TrustMaterial trust;
    private final String host;
    private final TlsPolicy policy;
    private final Instant now;
    private final X509Certificate[] chain;
    private final Set<CertificateProblem> problems = EnumSet.noneOf(CertificateProblem.class);

    CertificateCheck(TrustMaterial trust, String host, TlsPolicy policy, Instant now, X509Certificate[] chain) {
        this.trust = trust;
        this.host = host;
        this.policy = policy;
        this.now = now;
        this.chain = chain;
    }

    /**
     * Looks at everything.
     *
     * @param authType the key exchange, as trust managers get it
     * @param socket the socket in its handshake, whose algorithm constraints apply; null if the handshake is over
     * @param session the session, with what the server has brought along about revocation
     * @return the problems
     */
    Set<CertificateProblem> run(String authType, @Nullable Socket socket, SSLSession session) {
        checkDates();
        checkName();
        checkUsage();
        checkSignatures();
        try {
            if (socket == null) {
                trust.manager().checkServerTrusted(chain, authType);
            } else {
                trust.manager().checkServerTrusted(chain, authType, socket);
            }
            if (policy.revocation() != Revocation.UNCHECKED) {
                checkRevocation(session);
            }
        } catch (CertificateException e) {
            classify(e);
        }
        return problems;
    }

    private void checkDates() {
        for (X509Certificate certificate : chain) {
            try {
                certificate.checkValidity(Date.from(now));
            } catch (CertificateExpiredException | CertificateNotYetValidException e) {
                problems.add(CertificateProblem.DATE);
            }
        }
    }

    private void checkName() {
        int scope = host.indexOf('%');
        String name = scope < 0 ? host : host.substring(0, scope);
        try {
            if (!CertificateNames.contain(chain[0], name)) {
                problems.add(CertificateProblem.NAME);
            }
        } catch (CertificateParsingException e) {
            problems.add(CertificateProblem.NAME);
        }
    }

    private void checkUsage() {
        try {
            List<String> usages = chain[0].getExtendedKeyUsage();
            if (usages != null && usages.stream().noneMatch(SERVER_USAGES::contains)) {
                problems.add(CertificateProblem.WRONG_USAGE);
            }
        } catch (CertificateParsingException e) {
            problems.add(CertificateProblem.INVALID);
        }
    }

    /** Weak signatures are a problem for those who say so; a root's own signature says nothing. */
    private void checkSignatures() {
        if ((policy.ignoreFlags() & SecurityFlag.SECURITY_FLAG_OPT_IN_WEAK_SIGNATURE) == 0) {
            return;
        }
        for (X509Certificate certificate : chain) {
            String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
            boolean weak = algorithm.startsWith("SHA1") || algorithm.startsWith("MD");
            if (weak && !trust.isAnchor(certificate)) {
                problems.add(CertificateProblem.WEAK_SIGNATURE);
            }
        }
    }

    private void classify(CertificateException refusal) {
        CertificateProblem problem = problemOf(refusal);
        if (problem == CertificateProblem.REVOKED || problem == CertificateProblem.REVOCATION_UNCHECKED) {
            problems.add(problem);
            return;
        }
        try {
            // At a time when all certificates were valid, so that dates do not hide the rest.
            buildPath(commonDate());
            if (problem != null) {
                problems.add(problem);
            } else if (!isAboutDate(refusal) && !problems.contains(CertificateProblem.WRONG_USAGE)) {
                problems.add(CertificateProblem.INVALID);
            }
        } catch (GeneralSecurityException e) {
            CertificateProblem deeper = problemOf(e);
            problems.add(deeper == null ? CertificateProblem.UNKNOWN_AUTHORITY : deeper);
            checkLinks();
        }
    }

    private static @Nullable CertificateProblem problemOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof CertPathValidatorException e && REASONS.containsKey(e.getReason())) {
                return REASONS.get(e.getReason());
            }
        }
        return null;
    }

    private static boolean isAboutDate(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof CertificateExpiredException || t instanceof CertificateNotYetValidException) {
                return true;
            }
            if (t instanceof CertPathValidatorException e && DATE_REASONS.contains(e.getReason())) {
                return true;
            }
        }
        return false;
    }

    /** Without an authority to vouch for the chain, it must at least hang together. */
    private void checkLinks() {
        for (int i = 0; i < chain.length; i++) {
            X509Certificate issuer = i + 1 < chain.length ? chain[i + 1] : chain[i];
            if (!issuer.getSubjectX500Principal().equals(chain[i].getIssuerX500Principal())) {
                continue;
            }
            try {
                chain[i].verify(issuer.getPublicKey());
            } catch (GeneralSecurityException e) {
                problems.add(CertificateProblem.INVALID);
            }
        }
    }

    private Instant commonDate() {
        Instant start = chain[0].getNotBefore().toInstant();
        for (X509Certificate certificate : chain) {
            Instant next = certificate.getNotBefore().toInstant();
            if (next.isAfter(start)) {
                start = next;
            }
        }
        return start;
    }

    private PKIXCertPathBuilderResult buildPath(Instant date) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(chain[0]);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(trust.anchors(), target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(List.of(chain))));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(date));
        return (PKIXCertPathBuilderResult) CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    /** Nobody's answer is as good as a good one, unless it is required (R-PROJ-TLS-8). */
    private void checkRevocation(SSLSession session) {
        List<byte[]> stapled =
                session instanceof ExtendedSSLSession extended ? extended.getStatusResponses() : List.of();
        try {
            Set<CertificateProblem> found =
                    trust.revocations().run(buildPath(now).getCertPath(), trust.anchors(), stapled, now);
            if (policy.revocation() == Revocation.REQUIRED || found.contains(CertificateProblem.REVOKED)) {
                problems.addAll(found);
            }
        } catch (GeneralSecurityException e) {
            CertificateProblem problem = problemOf(e);
            problems.add(problem == null ? CertificateProblem.REVOCATION_UNCHECKED : problem);
        }
    }
}
