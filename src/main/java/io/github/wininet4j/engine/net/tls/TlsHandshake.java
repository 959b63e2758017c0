package io.github.wininet4j.engine.net.tls;

import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.net.SecureChannel;
import io.github.wininet4j.engine.net.TlsFindings;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * The rules and the findings of one connection's TLS. It outlives the first handshake, as a server may ask for a
 * certificate in a later one. Written by the connection's thread; TLS does its work on the thread that reads or writes.
 */
final class TlsHandshake implements SecureChannel {
    private final TrustMaterial trust;
    private final String host;
    private final TlsPolicy policy;
    private final InstantSource clock;
    private TlsFindings findings = TlsFindings.NONE;
    private Set<CertificateProblem> problems = Set.of();
    private int certificateError;
    private boolean certificateMissing;

    TlsHandshake(TrustMaterial trust, String host, TlsPolicy policy, InstantSource clock) {
        this.trust = trust;
        this.host = host;
        this.policy = policy;
        this.clock = clock;
    }

    /** Checks the server's certificates before anything is sent that depends on them. */
    void examine(X509Certificate[] chain, String authType, SSLSocket socket) throws CertificateException {
        check(chain, authType, socket, socket.getHandshakeSession());
        if (certificateError != 0) {
            throw new CertificateException("not acceptable: " + problems);
        }
    }

    /**
     * Completes the findings. A resumed session shows no certificates; those of the session it resumes are checked by
     * the rules of this connection.
     */
    void complete(SSLSocket socket) throws TlsFailure {
        SSLSession session = socket.getSession();
        if (findings.peerCertificates().isEmpty()) {
            check(peerOf(session), "UNKNOWN", null, session);
            if (certificateError != 0) {
                throw failure(certificateError, null);
            }
        }
        findings = new TlsFindings(
                findings.problemFlags(),
                findings.isFaultless(),
                findings.peerCertificates(),
                session.getProtocol(),
                session.getCipherSuite(),
                "h2".equals(socket.getApplicationProtocol()));
    }

    private void check(X509Certificate[] chain, String authType, @Nullable SSLSocket socket, SSLSession session) {
        problems = new CertificateCheck(trust, host, policy, clock.instant(), chain).run(authType, socket, session);
        certificateError = policy.errorOf(problems);
        findings = new TlsFindings(
                CertificateProblem.resultFlags(problems),
                problems.isEmpty(),
                List.of(chain),
                session.getProtocol(),
                session.getCipherSuite(),
                false);
    }

    private X509Certificate[] peerOf(SSLSession session) throws TlsFailure {
        try {
            return (X509Certificate[]) session.getPeerCertificates();
        } catch (SSLPeerUnverifiedException e) {
            throw failure(WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR, e);
        }
    }

    @Override
    public TlsFindings findings() {
        return findings;
    }

    /** Notes that the server asked for a certificate, and whether it got one. */
    void certificateRequested(boolean sent) {
        certificateMissing = !sent && !policy.noClientCertificate();
    }

    @Override
    public void onServerData() {
        certificateMissing = false;
    }

    /** With TLS 1.3 the server's refusal comes after the client's handshake is over. */
    @Override
    public IOException explain(IOException failure) {
        boolean refused = failure instanceof SSLException || failure instanceof SocketException;
        return refused && certificateMissing
                ? failure(WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED, failure)
                : failure;
    }

    /** Returns what a handshake that failed is reported as. */
    TlsFailure failed(@Nullable IOException cause) {
        int code = certificateError;
        if (code == 0) {
            code = certificateMissing
                    ? WinInetError.ERROR_INTERNET_CLIENT_AUTH_CERT_NEEDED
                    : WinInetError.ERROR_INTERNET_SECURITY_CHANNEL_ERROR;
        }
        return failure(code, cause);
    }

    private TlsFailure failure(int code, @Nullable Throwable cause) {
        int remedies = code == certificateError ? CertificateProblem.ignoreFlags(problems) : 0;
        return new TlsFailure(code, host, remedies, findings, cause);
    }
}
