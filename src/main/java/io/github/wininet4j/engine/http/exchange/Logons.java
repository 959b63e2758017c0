package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.auth.AuthSchemes;
import io.github.wininet4j.engine.http.auth.AuthTarget;
import io.github.wininet4j.engine.http.auth.Authentication;
import io.github.wininet4j.engine.http.auth.CredentialCache;
import io.github.wininet4j.engine.http.auth.CredentialSource;
import io.github.wininet4j.engine.http.auth.Logon;
import io.github.wininet4j.engine.http.auth.UserPassword;
import io.github.wininet4j.engine.net.Endpoint;
import io.github.wininet4j.engine.url.HttpUrl;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How one request logs on to the servers and proxies that it meets on its way. The credentials that it was given go to
 * the server that it was made for, and to no other.
 */
public final class Logons {
    private final Authentication authentication;
    private final CredentialSource source;
    /** Immutable while empty: most requests need no logon. */
    private Map<AuthTarget, Logon> logons = Map.of();

    private @Nullable Endpoint forwarder;
    private @Nullable HttpUrl origin;
    private @Nullable UserPassword own;

    /**
     * Creates logons that have tried nothing.
     *
     * @param authentication what the engine knows
     * @param source the credentials of the request
     */
    public Logons(Authentication authentication, CredentialSource source) {
        this.authentication = authentication;
        this.source = source;
    }

    /** Returns logons without credentials. */
    public static Logons none() {
        AuthSchemes schemes = new AuthSchemes(InstantSource.system(), () -> (scheme, host, user, password) -> null);
        return new Logons(new Authentication(schemes, new CredentialCache(), false), CredentialSource.NONE);
    }

    /**
     * Begins a sending, with the credentials that hold now.
     *
     * @param url the URL that the request was made for
     */
    public void restart(HttpUrl url) {
        origin = url;
        own = source.forServer();
        forwarder = null;
        if (!logons.isEmpty()) {
            logons.values().removeIf(logon -> {
                logon.restart();
                return !logon.hasAnswer();
            });
        }
    }

    /** Returns the logon to a server; null as long as there is nothing that it could say unasked. */
    @Nullable
    Logon begun(HttpUrl url) {
        return logons.isEmpty() && authentication.cache().isEmpty() ? null : server(url);
    }

    /** Returns the logon to a server; the credentials of the request are for its own server alone. */
    Logon server(HttpUrl url) {
        AuthTarget target = target(url);
        HttpUrl first = origin;
        boolean isOwn = first != null && target(first).equals(target);
        return logon(target, () -> isOwn ? own : null);
    }

    /**
     * Returns the credentials that the server of a URL will get: those that the request was given, else those that
     * worked there before (R-AUTH-7).
     *
     * @param url the URL
     * @return the credentials, or null for none
     */
    public @Nullable UserPassword expected(HttpUrl url) {
        AuthTarget target = target(url);
        HttpUrl first = origin;
        UserPassword given = first != null && target(first).equals(target) ? own : null;
        return given != null || authentication.cache().isEmpty()
                ? given
                : authentication.cache().credentialsFor(target, url.target());
    }

    private Logon logon(AuthTarget target, Supplier<@Nullable UserPassword> given) {
        if (logons.isEmpty()) {
            logons = new HashMap<>();
        }
        return logons.computeIfAbsent(target, key -> new Logon(key, authentication, given.get()));
    }

    private static AuthTarget target(HttpUrl url) {
        return new AuthTarget(false, url.secure(), url.host(), url.port());
    }

    /** Whether a handshake has to be gone through before a body can be sent. */
    boolean opensHandshake() {
        return !logons.isEmpty() && logons.values().stream().anyMatch(Logon::opensHandshake);
    }

    /**
     * Returns the logon to a proxy.
     *
     * @param proxy the proxy
     * @return the logon
     */
    public Logon proxy(Endpoint proxy) {
        return logon(new AuthTarget(true, false, proxy.host(), proxy.port()), this::forProxy);
    }

    /** The users that a request was given, at its server and at proxies. */
    private record Users(
            @Nullable UserPassword server, @Nullable UserPassword proxy) {}

    /** Returns whose credentials the request was given, for comparison; null for nobody's. */
    @Nullable
    Object user() {
        UserPassword proxy = source.forProxy();
        return own == null && proxy == null ? null : new Users(own, proxy);
    }

    private @Nullable UserPassword forProxy() {
        UserPassword own = source.forProxy();
        return own == null && authentication.serverCredentialsForProxies() ? source.forServer() : own;
    }

    /** Says which proxy reads the requests of the current connection; null for none. */
    void setForwarder(@Nullable Endpoint proxy) {
        forwarder = proxy;
    }

    /** Returns the logon to the proxy that reads the requests; null without one. */
    @Nullable
    Logon forwarder() {
        Endpoint proxy = forwarder;
        return proxy == null ? null : proxy(proxy);
    }
}
