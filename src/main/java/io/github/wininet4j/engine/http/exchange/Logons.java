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
import org.jspecify.annotations.Nullable;

/**
 * How one request logs on to the servers and proxies that it meets on its way. The credentials that it was given go to the server that
 * it was made for, and to no other.
 */
public final class Logons {
    private final Authentication authentication;
    private final CredentialSource source;
    private final Map<AuthTarget, Logon> logons = new HashMap<>();
    private @Nullable Endpoint forwarder;
    private @Nullable HttpUrl origin;

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

    /** Logs on nowhere. */
    public static Logons none() {
        AuthSchemes schemes = new AuthSchemes(InstantSource.system(), (scheme, host, user, password) -> null);
        return new Logons(new Authentication(schemes, new CredentialCache(), false), CredentialSource.NONE);
    }

    /**
     * Begins a sending, with the credentials that hold now.
     *
     * @param own the URL that the request was made for
     */
    public void restart(HttpUrl own) {
        origin = own;
        forwarder = null;
        logons.values().removeIf(logon -> {
            logon.restart();
            return !logon.hasAnswer();
        });
    }

    /** Returns the logon to a server; the credentials of the request are for its own server alone. */
    Logon server(HttpUrl url) {
        AuthTarget target = target(url);
        HttpUrl first = origin;
        boolean own = first == null || target(first).equals(target);
        return logons.computeIfAbsent(target, key -> new Logon(key, authentication, own ? source.forServer() : null));
    }

    private static AuthTarget target(HttpUrl url) {
        return new AuthTarget(false, url.secure(), url.host(), url.port());
    }

    /** Whether a handshake has to be gone through before a body can be sent. */
    boolean opensHandshake() {
        return logons.values().stream().anyMatch(Logon::opensHandshake);
    }

    /**
     * Returns the logon to a proxy.
     *
     * @param proxy the proxy
     * @return the logon
     */
    public Logon proxy(Endpoint proxy) {
        AuthTarget target = new AuthTarget(true, false, proxy.host(), proxy.port());
        return logons.computeIfAbsent(target, key -> new Logon(key, authentication, forProxy()));
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
