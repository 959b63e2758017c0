package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.net.HstsHosts;
import io.github.wininet4j.engine.net.TlsFindings;
import io.github.wininet4j.engine.net.tls.Revocation;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.UrlScheme;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;

/**
 * What has to be true of a server: who vouches for it, and whether it must be asked securely (R-PROJ-HSTS-1).
 *
 * @param authorities the authorities to trust, or null for the JVM's
 * @param revocation whether revoked certificates are looked for
 * @param strictHosts the hosts that want https only
 */
public record ServerTrust(@Nullable KeyStore authorities, Revocation revocation, HstsHosts strictHosts) {
    private static final String HEADER = "Strict-Transport-Security";

    private static boolean follows(RequestContext context) {
        return context.settings().get(DwordSetting.HSTS) != 0;
    }

    /** Whether a request that follows HSTS goes to a host that wants https only. */
    boolean isStrict(RequestContext context, HttpUrl url) {
        return follows(context) && strictHosts.covers(url.hostKey());
    }

    /** Whether another URL has to be asked. */
    boolean secures(RequestContext context, HttpUrl url) {
        return url.scheme() == UrlScheme.HTTP && isStrict(context, url);
    }

    /** Returns the URL to ask instead: https, where the host wants nothing else. */
    HttpUrl secured(RequestContext context, HttpUrl url) {
        if (!secures(context, url)) {
            return url;
        }
        int port = url.port() == UrlScheme.HTTP.defaultPort() ? UrlScheme.HTTPS.defaultPort() : url.port();
        return new HttpUrl(UrlScheme.HTTPS, url.host(), port, url.target());
    }

    /** Takes note of what a server says over a connection without any fault. */
    void learn(RequestContext context, Transcript answered) {
        ResponseFields head = answered.response();
        TlsFindings tls = answered.tls();
        if (head == null || tls == null || !tls.isFaultless() || answered.stream() == null || !follows(context)) {
            return;
        }
        String said = answered.url().secure() ? head.first(HEADER) : null;
        if (said != null) {
            strictHosts.note(answered.url().hostKey(), said);
        }
    }
}
