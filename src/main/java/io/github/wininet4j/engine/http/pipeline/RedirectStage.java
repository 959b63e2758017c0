package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlCombiner;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.host.CompatibilitySwitch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows redirects (R-REDIR). */
final class RedirectStage implements Stage {
    /** The documented number of attempts (R-REDIR-11). */
    private static final int LIMIT = 5;

    private static final int TEMPORARY_KEEPING_VERB = 307;
    private static final int PERMANENT_KEEPING_VERB = 308;

    private final Set<CompatibilitySwitch> switches;

    RedirectStage(Set<CompatibilitySwitch> switches) {
        this.switches = switches;
    }

    @Override
    public Exchange judge(Exchange exchange) throws IOException {
        ResponseFields response = exchange.response();
        String location = response == null || !isRedirect(response.status()) ? null : location(response);
        if (response == null || location == null || exchange.terms().has(InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT)) {
            return exchange;
        }
        HttpUrl next = target(exchange.url(), location);
        if (next == null) {
            // Another protocol is not followed; the caller sees the 3xx (R-REDIR-8).
            return exchange;
        }
        if (exchange.redirects() >= LIMIT) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_REDIRECT_FAILED);
        }
        boolean keepsVerb = keepsVerb(response.status(), exchange.verb());
        requireAllowed(exchange, next, keepsVerb);
        StatusNotifier.redirect(exchange.terms().node(), next.toString());
        // The callback may have closed the handle, which cancels the request here.
        exchange.terms().cancellation().check();
        return follow(exchange, next, keepsVerb);
    }

    private boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, TEMPORARY_KEEPING_VERB -> true;
            case PERMANENT_KEEPING_VERB -> !switches.contains(CompatibilitySwitch.DO_NOT_FOLLOW_308);
            default -> false;
        };
    }

    private static @Nullable String location(ResponseFields response) {
        for (int i = 0; i < response.headerCount(); i++) {
            if (response.name(i).equalsIgnoreCase("Location")
                    && !response.value(i).isEmpty()) {
                return response.value(i);
            }
        }
        return null;
    }

    /** The absolute target of a Location; null if it is no HTTP URL. */
    private static @Nullable HttpUrl target(HttpUrl base, String location) {
        ParsedUrl url = UrlParser.parse(UrlCombiner.redirect(base.toString(), location));
        if (url.scheme() != UrlScheme.HTTP && url.scheme() != UrlScheme.HTTPS) {
            return null;
        }
        if (url.host().isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        return HttpUrls.of(url, StandardCharsets.ISO_8859_1, StandardCharsets.ISO_8859_1, false);
    }

    /** Moves between secure and insecure servers can be forbidden (R-TLS-15). */
    private void requireAllowed(Exchange exchange, HttpUrl next, boolean keepsBody) {
        boolean wasSecure = exchange.url().secure();
        int ignored = exchange.terms().flags() | exchange.terms().settings().get(DwordSetting.SECURITY_FLAGS);
        if (wasSecure && !next.secure() && (ignored & InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP) == 0) {
            boolean submits = keepsBody && exchange.body().total() > 0;
            throw new WinInetFailure(
                    submits
                            ? WinInetError.ERROR_INTERNET_HTTPS_HTTP_SUBMIT_REDIR
                            : WinInetError.ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR);
        }
        if (!wasSecure
                && next.secure()
                && switches.contains(CompatibilitySwitch.REDIRECT_TO_HTTPS_IS_AN_ERROR)
                && (ignored & InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTPS) == 0) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR);
        }
    }

    private static boolean keepsVerb(int status, String verb) {
        return status == TEMPORARY_KEEPING_VERB
                || status == PERMANENT_KEEPING_VERB
                || verb.equals("GET")
                || verb.equals("HEAD");
    }

    private Exchange follow(Exchange exchange, HttpUrl next, boolean keepsVerb) {
        HeaderList headers = exchange.headers().copy();
        // Generated anew for the next hop (R-REDIR-13).
        headers.removeAll("Host");
        SentCookiesStage.restore(exchange, headers);
        if (!exchange.url().hasSameHost(next)
                && !switches.contains(CompatibilitySwitch.KEEP_AUTHORIZATION_ON_REDIRECT)) {
            headers.removeAll("Authorization");
        }
        if (keepsVerb) {
            if (exchange.isWrittenByCaller()) {
                // What the caller wrote is gone; it has to write it again (R-SENDEX-9).
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_FORCE_RETRY);
            }
            return exchange.redirected(next, exchange.verb(), headers, exchange.body());
        }
        headers.removeAll("Content-Type");
        headers.removeAll("Content-Length");
        headers.removeAll("Transfer-Encoding");
        return exchange.redirected(next, "GET", headers, RequestBody.NONE);
    }
}
