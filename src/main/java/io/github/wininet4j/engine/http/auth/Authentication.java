package io.github.wininet4j.engine.http.auth;

/**
 * What the requests of one engine share for logging on.
 *
 * @param schemes the schemes
 * @param cache what worked before
 * @param serverCredentialsForProxies whether proxies are tried with the server's credentials (R-PROXY-29)
 */
public record Authentication(AuthSchemes schemes, CredentialCache cache, boolean serverCredentialsForProxies) {}
