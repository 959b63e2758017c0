package io.github.wininet4j.engine.net.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether certificates were revoked: the answer that the server has brought along, the OCSP responders that they
 * name, then the lists. What these say for certain is remembered for ten minutes, as every resumed session would ask
 * again.
 */
final class RevocationCheck {
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final int REMEMBERED = 1_000;
    private static final int SECONDS_REMEMBERED = 600;

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<CertPath, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

    private record Answer(Set<CertificateProblem> problems, Instant until) {}

    RevocationCheck() {}

    /**
     * Asks about a chain.
     *
     * @param path the chain without its root
     * @param anchors the roots
     * @param stapled what the server has brought along, in the order of the chain; empty where it has nothing
     * @param now the time
     * @return {@code REVOKED}, {@code REVOCATION_UNCHECKED}, {@code NO_REVOCATION_INFORMATION}, or nothing
     */
    Set<CertificateProblem> run(CertPath path, Set<TrustAnchor> anchors, List<byte[]> stapled, Instant now)
            throws GeneralSecurityException {
        Set<CertificateProblem> known = remembered(path, now);
        if (known != null) {
            return known;
        }
        Set<CertificateProblem> problems = ask(path, anchors, stapled, now);
        if (problems.isEmpty() || problems.contains(CertificateProblem.REVOKED)) {
            remember(path, new Answer(problems, now.plusSeconds(SECONDS_REMEMBERED)));
        }
        return problems;
    }

    /** Each certificate by itself, as the JVM gives up at the first one about which it finds out nothing. */
    private static Set<CertificateProblem> ask(
            CertPath path, Set<TrustAnchor> anchors, List<byte[]> stapled, Instant now)
            throws GeneralSecurityException {
        Set<CertificateProblem> problems = EnumSet.noneOf(CertificateProblem.class);
        List<? extends Certificate> chain = path.getCertificates();
        for (int i = 0; i < chain.size(); i++) {
            Set<TrustAnchor> issuer =
                    i + 1 < chain.size() ? Set.of(new TrustAnchor((X509Certificate) chain.get(i + 1), null)) : anchors;
            byte[] response = i < stapled.size() ? stapled.get(i) : new byte[0];
            CertificateProblem problem = ask((X509Certificate) chain.get(i), issuer, response, now);
            if (problem != null) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private static @Nullable CertificateProblem ask(
            X509Certificate certificate, Set<TrustAnchor> issuer, byte[] stapled, Instant now)
            throws GeneralSecurityException {
        CertPathValidator validator = CertPathValidator.getInstance("PKIX");
        PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
        checker.setOptions(EnumSet.of(PKIXRevocationChecker.Option.SOFT_FAIL));
        if (stapled.length > 0) {
            checker.setOcspResponses(Map.of(certificate, stapled));
        }
        PKIXParameters parameters = new PKIXParameters(issuer);
        parameters.setDate(Date.from(now));
        parameters.addCertPathChecker(checker);
        CertPath alone = CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate));
        boolean unknown;
        try {
            validator.validate(alone, parameters);
            unknown = !checker.getSoftFailExceptions().isEmpty();
        } catch (CertPathValidatorException e) {
            if (e.getReason() == BasicReason.REVOKED) {
                return CertificateProblem.REVOKED;
            }
            // The chain is sound, so it is about revocation, for whatever reason the JVM gives.
            unknown = true;
        }
        if (!unknown) {
            return null;
        }
        return namesSource(certificate)
                ? CertificateProblem.REVOCATION_UNCHECKED
                : CertificateProblem.NO_REVOCATION_INFORMATION;
    }

    /** Returns whether the certificate says where to ask. */
    private static boolean namesSource(X509Certificate certificate) {
        return certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS) != null
                || certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS) != null;
    }

    private @Nullable Set<CertificateProblem> remembered(CertPath path, Instant now) {
        lock.lock();
        try {
            Answer answer = answers.get(path);
            return answer == null || now.isAfter(answer.until()) ? null : answer.problems();
        } finally {
            lock.unlock();
        }
    }

    private void remember(CertPath path, Answer answer) {
        lock.lock();
        try {
            answers.put(path, answer);
            if (answers.size() > REMEMBERED) {
                Iterator<Answer> oldest = answers.values().iterator();
                oldest.next();
                oldest.remove();
            }
        } finally {
            lock.unlock();
        }
    }
}
