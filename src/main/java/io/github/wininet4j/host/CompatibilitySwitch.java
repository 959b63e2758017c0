package io.github.wininet4j.host;

/**
 * Behaviour on which the sources about Windows disagree, or which Windows shows but few callers want. Each is off
 * unless set in the configuration.
 */
public enum CompatibilitySwitch {
    /**
     * A zero context makes an asynchronous call run synchronously instead of pending without callbacks (R-ASYNC-3,
     * R-ASYNC-5).
     */
    ZERO_CONTEXT_IS_SYNCHRONOUS,
    /**
     * A body that ends before Content-Length fails the read with 12031 instead of ending quietly (R-READ-7, pain 21).
     */
    TRUNCATED_BODY_IS_AN_ERROR,
    /**
     * Redirects from http to https fail with 12039 unless the IGNORE_REDIRECT_TO_HTTPS flag is given (R-TLS-15,
     * R-TLS-16).
     */
    REDIRECT_TO_HTTPS_IS_AN_ERROR,
    /**
     * Authorization, Proxy-Authorization and Cookie headers set by hand go along when a redirect changes scheme, host
     * or port (R-REDIR-15, R-PROJ-REDIR-1).
     */
    KEEP_AUTHORIZATION_ON_REDIRECT,
    /** Status 308 is delivered instead of followed (R-REDIR-3). */
    DO_NOT_FOLLOW_308,
    /** Max-Age of cookies says nothing, as in Internet Explorer up to version 8 (R-COOKIE-34, R-OPEN-Q-11). */
    IGNORE_MAX_AGE,
    /** A proxy for which no credentials are set is tried with the server's (R-PROXY-29). */
    SERVER_CREDENTIALS_FOR_PROXIES,
    /** Responses that came by TLS are not kept in the URL cache: "do not save encrypted pages" (R-CACHE-2). */
    DO_NOT_KEEP_SECURE_RESPONSES,
    /** Names on FTP servers are ANSI and never UTF-8 (R-FTP-44, R-PROJ-FTP-2). */
    FTP_NAMES_ARE_ANSI,
    /** Gopher works, as up to Windows XP (R-GOPHER-1, R-GOPHER-9). */
    GOPHER,
    /**
     * OCSP responders and revocation lists are asked about the certificates of servers, as "check for server
     * certificate revocation" of Internet Explorer does: 12170 for a revoked one, while silence counts as good
     * (R-PROJ-TLS-8).
     */
    CHECK_REVOCATION,
    /**
     * As {@link #CHECK_REVOCATION}, but the answer must be had: 12057 where nobody answers, 12056 where a certificate
     * names nobody, as with {@code FEATURE_WARN_ON_SEC_CERT_REV_FAILED} of Internet Explorer (R-PROJ-TLS-8).
     */
    REVOCATION_MUST_BE_KNOWN,
    /**
     * Asynchronous work runs on threads of the system even where there are virtual ones: for callbacks that wait in
     * native code or otherwise keep the thread that carries a virtual one. Engines behind C functions always do so
     * (R-PROJ-CALL-6).
     */
    WORKERS_ARE_SYSTEM_THREADS
}
