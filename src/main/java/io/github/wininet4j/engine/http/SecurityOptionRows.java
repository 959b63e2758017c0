package io.github.wininet4j.engine.http;

import static io.github.wininet4j.constant.InternetOption.*;

import io.github.wininet4j.constant.SecurityFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.exchange.Transcript;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.tls.TlsFailure;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.OptionCodec;
import io.github.wininet4j.engine.option.OptionCodecs;
import io.github.wininet4j.engine.option.OptionRow;
import io.github.wininet4j.engine.session.ConnectOptionRows;
import io.github.wininet4j.engine.session.EngineServices;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** TLS options of requests (R-TLS). */
final class SecurityOptionRows {
    private SecurityOptionRows() {}

    static List<OptionRow<?, ?>> rows(EngineServices engine) {
        return List.of(
                row(INTERNET_OPTION_SECURITY_FLAGS, OptionCodecs.DWORD)
                        .get(request -> securityFlags(engine, request))
                        .set(ConnectOptionRows::addSecurityFlags),
                row(INTERNET_OPTION_CERT_ERROR_FLAGS, OptionCodecs.DWORD)
                        .get(request -> securityFlags(engine, request)),
                row(INTERNET_OPTION_IGNORE_CERT_ERROR_FLAGS, OptionCodecs.DWORD)
                        .set(ConnectOptionRows::addSecurityFlags),
                row(INTERNET_OPTION_SECURITY_CERTIFICATE_STRUCT, RequestOptionCodecs.CERTIFICATE)
                        .get(request -> CertificateText.of(requireCertificate(request))),
                row(INTERNET_OPTION_SECURITY_CERTIFICATE, new CertificateTextCodec())
                        .get(request ->
                                CertificateText.of(requireCertificate(request)).formatted()),
                row(INTERNET_OPTION_SERVER_CERT_CHAIN_CONTEXT, RequestOptionCodecs.CHAIN)
                        .get(SecurityOptionRows::chain),
                row(INTERNET_OPTION_SECURITY_KEY_BITNESS, OptionCodecs.DWORD).get(SecurityOptionRows::keyBits),
                row(INTERNET_OPTION_CLIENT_CERT_CONTEXT, RequestOptionCodecs.CLIENT_CERTIFICATE)
                        .set(HttpRequestNode::setClientCertificate));
    }

    private static <V> OptionRow<HttpRequestNode, V> row(int id, OptionCodec<V> codec) {
        return OptionRow.of(id, HttpOptionRows.REQUEST, codec);
    }

    /**
     * What was set or is remembered for the server, and what the last connection turned out to be (R-TLS-7 to R-TLS-9).
     */
    private static int securityFlags(EngineServices engine, HttpRequestNode request) {
        int flags =
                request.setting(DwordSetting.SECURITY_FLAGS) | (request.flags() & SecurityFlag.SECURITY_INTERNET_MASK);
        int remembered = request.url().secure()
                ? engine.options().servers().ignoredSecurityErrors(request.url().hostKey())
                : 0;
        flags |= remembered;
        TlsFindings refused = request.sending().lastFailure().refusedTls();
        if (refused != null) {
            // There is no connection, so nothing is secure: what is read can be set again with a bit more (R-TLS-6).
            return flags | refused.problemFlags();
        }
        TlsFindings findings = findings(request);
        return findings == null
                ? flags
                : flags | (findings.securityFlags() & ~unreported(request, findings, remembered));
    }

    /** The result bits of problems that no failure reported: they were ignored from the start (R-TLS-23). */
    private static int unreported(HttpRequestNode request, TlsFindings findings, int remembered) {
        TlsFailure refusal = request.sending().refusal();
        boolean reported = remembered != 0
                || (refusal != null && refusal.host().equals(request.url().hostKey()));
        return reported ? 0 : findings.problemFlags();
    }

    private static @Nullable TlsFindings findings(HttpRequestNode request) {
        Transcript transcript = request.sending().transcript();
        return transcript == null ? null : transcript.tls();
    }

    /** Also that of a server that was refused because of it: a program shows it to its user (R-TLS-12). */
    private static TlsFindings requireCertificate(HttpRequestNode request) {
        TlsFindings refused = request.sending().lastFailure().refusedTls();
        TlsFindings findings = refused != null ? refused : findings(request);
        if (findings == null || findings.peerCertificates().isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_OPERATION);
        }
        return findings;
    }

    private static List<X509Certificate> chain(HttpRequestNode request) {
        if (request.sending().transcript() == null) {
            // Before any send (R-TLS-26).
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INCORRECT_HANDLE_STATE);
        }
        return requireCertificate(request).peerCertificates();
    }

    private static int keyBits(HttpRequestNode request) {
        TlsFindings findings = findings(request);
        return findings == null ? 0 : findings.keyBits();
    }
}
