package io.github.wininet4j.engine.net;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * What one connection's TLS goes by and has found so far. It outlives the first handshake, as a server may ask for a certificate in a
 * later one. Written by the connection's thread; TLS does its work on the thread that reads or writes.
 */
final class TlsHandshake {
    private final TrustMaterial trust;
    private final String host;
    private final TlsPolicy policy;
    private final InstantSource clock;
    private TlsFindings findings;
    private boolean certificateMissing;

    TlsHandshake(TrustMaterial trust, String host, TlsPolicy policy, InstantSource clock) {
        this.trust = trust;
        this.host = host;
        this.policy = policy;
        this.clock = clock;
        this.findings = new TlsFindings(EnumSet.noneOf(CertificateProblem.class), policy, List.of(), "", "");
    }

    /** Judges the certificates that the server shows, before anything is said that depends on them. */
    void examine(X509Certificate[] chain, String authType, SSLSocket socket) throws CertificateException {
        judge(chain, authType, socket, socket.getHandshakeSession());
        if (findings.errorCode() != 0) {
            throw new CertificateException("not acceptable: " + findings.problems());
        }
    }

    /**
     * Completes the findings. A resumed session shows no certificates; those of the session it resumes are judged by the rules of this
     * connection.
     */
    void complete(SSLSocket socket) throws TlsFailure {
        SSLSession session = socket.getSession();
        if (findings.peerCertificates().isEmpty()) {
            judge(peerOf(session), "UNKNOWN", null, session);
            if (findings.errorCode() != 0) {
                throw new TlsFailure(findings.errorCode(), findings, null);
            }
        }
        findings = new TlsFindings(
                findings.problems(),
                policy,
                findings.peerCertificates(),
                session.getProtocol(),
                session.getCipherSuite());
    }

    private void judge(X509Certificate[] chain, String authType, @Nullable SSLSocket socket, SSLSession session) {
        Set<CertificateProblem> problems =
                new CertificateCheck(trust, host, policy, clock.instant(), chain).run(authType, socket);
        findings = new TlsFindings(problems, policy, List.of(chain), session.getProtocol(), session.getCipherSuite());
    }

    private X509Certificate[] peerOf(SSLSession session) throws TlsFailure {
        try {
            return (X509Certificate[]) session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException e) {
            throw new TlsFailure(TlsFailure.CHANNEL_ERROR, findings, e);
        }
    }

    TlsFindings findings() {
        return findings;
    }

    /** The server asked for a certificate and got one or not. */
    void certificateRequested(boolean sent) {
        certificateMissing = !sent && !policy.noClientCertificate();
    }

    /** Data arrived: what the server asked for before, it can do without. */
    void serverWentOn() {
        certificateMissing = false;
    }

    /** Tells whether a failure now is about a certificate that the server asked for and the user has not decided on. */
    boolean certificateMissing() {
        return certificateMissing;
    }
}
