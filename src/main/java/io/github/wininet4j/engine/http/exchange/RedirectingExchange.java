package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.RequestBody;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.HttpUrl;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.RequestTarget;
import io.github.wininet4j.engine.url.UrlCombiner;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.engine.url.UrlScheme;
import io.github.wininet4j.host.CompatibilitySwitch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows redirects (R-REDIR), and goes to https where a host wants nothing else (R-PROJ-HSTS-1). */
final class RedirectingExchange extends ForwardingExchange {
    /** The documented number of attempts (R-REDIR-11). */
    private static final int LIMIT = 5;

    private static final int TEMPORARY_KEEPING_VERB = 307;
    private static final int PERMANENT_KEEPING_VERB = 308;

    /** Headers that are meant for one origin and are not sent to another (R-REDIR-15, R-PROJ-REDIR-1). */
    private static final List<String> CREDENTIALS =
            List.of("Authorization", "Proxy-Authorization", "Cookie", "Cookie2");

    /** What goes with a body that is not sent again (RFC 9110, section 15.4). */
    private static final List<String> OF_THE_BODY = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Encoding",
            "Content-Language",
            "Content-Location",
            "Content-MD5",
            "Transfer-Encoding",
            "Expect");

    private final Opener below;
    private final ServerTrust trust;
    private final Set<CompatibilitySwitch> switches;
    private Request request;
    private HttpExchange leg;
    /** Whether the first leg goes to https instead of http. */
    private final boolean moved;

    private int redirects;
    private boolean callerWrote;

    RedirectingExchange(Request request, Opener below, ServerTrust trust, Set<CompatibilitySwitch> switches) {
        this.below = below;
        this.trust = trust;
        this.switches = switches;
        this.moved = trust.secures(request.context(), request.url());
        this.request = moved
                ? leg(
                        request,
                        trust.secured(request.context(), request.url()),
                        request.verb(),
                        request.headers(),
                        request.body())
                : request;
        this.leg = below.open(this.request);
    }

    @Override
    public boolean isReady() {
        return !moved && leg.isReady();
    }

    @Override
    public void send() throws IOException {
        if (moved) {
            RequestContext context = request.context();
            if (context.has(InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT)) {
                throw new WinInetFailure(WinInetError.ERROR_HTTP_HSTS_REDIRECT_REQUIRED);
            }
            announce(request.url());
        }
        leg.send();
    }

    /** The callback may close the handle, which cancels the request here. */
    private void announce(HttpUrl next) throws IOException {
        request.context().events().redirecting(next.toString());
        request.context().cancellation().check();
    }

    @Override
    public void write(ByteBuffer data) throws IOException {
        callerWrote |= data.hasRemaining();
        leg.write(data);
    }

    @Override
    protected HttpExchange below() {
        return leg;
    }

    @Override
    public Response receive() throws IOException {
        while (true) {
            Response response = leg.receive();
            trust.learn(request.context(), response.transcript());
            request.context().listener().responded(response);
            Request next = next(response.transcript().response());
            if (next == null) {
                return response;
            }
            leg.finish();
            redirects++;
            request = next;
            leg = below.open(next);
            leg.send();
        }
    }

    /** The request that a redirect leads to, or null if the response is the caller's. */
    private @Nullable Request next(@Nullable ResponseFields response) throws IOException {
        RequestContext context = request.context();
        String location = response == null || !isRedirect(response.status()) ? null : location(response);
        if (response == null || location == null || context.has(InternetFlag.INTERNET_FLAG_NO_AUTO_REDIRECT)) {
            return null;
        }
        HttpUrl next = target(request.url(), location);
        if (next == null) {
            // Another protocol is not followed; the caller sees the 3xx (R-REDIR-8).
            return null;
        }
        if (redirects >= LIMIT) {
            throw new WinInetFailure(WinInetError.ERROR_HTTP_REDIRECT_FAILED);
        }
        boolean keepsVerb = keepsVerb(response.status(), request.verb());
        requireAllowed(next, keepsVerb);
        announce(next);
        return follow(next, keepsVerb);
    }

    private boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, TEMPORARY_KEEPING_VERB -> true;
            case PERMANENT_KEEPING_VERB -> !switches.contains(CompatibilitySwitch.DO_NOT_FOLLOW_308);
            default -> false;
        };
    }

    private static @Nullable String location(ResponseFields response) {
        for (int i = response.next("Location", 0); i >= 0; i = response.next("Location", i + 1)) {
            String value = response.value(i);
            if (!value.isEmpty()) {
                return value;
            }
        }
        return null;
    }

    /** The absolute target of a Location; null if it is no HTTP URL. */
    private @Nullable HttpUrl target(HttpUrl base, String location) {
        ParsedUrl url = UrlParser.parse(UrlCombiner.redirect(base.toString(), location));
        if (url.scheme() != UrlScheme.HTTP && url.scheme() != UrlScheme.HTTPS) {
            return null;
        }
        if (url.host().isEmpty()) {
            throw new WinInetFailure(WinInetError.ERROR_INTERNET_INVALID_URL);
        }
        HttpUrl named = new HttpUrl(
                url.scheme(),
                HostText.forConnection(HostText.fromHeader(url.host())),
                url.port(),
                RequestTarget.encode(
                        url.pathAndExtra(), StandardCharsets.ISO_8859_1, StandardCharsets.ISO_8859_1, false));
        return trust.secured(request.context(), named);
    }

    /** Moves between secure and insecure servers can be forbidden (R-TLS-15). */
    private void requireAllowed(HttpUrl next, boolean keepsBody) {
        boolean wasSecure = request.url().secure();
        int ignored = request.context().flags() | request.context().settings().get(DwordSetting.SECURITY_FLAGS);
        if (wasSecure && !next.secure() && (ignored & InternetFlag.INTERNET_FLAG_IGNORE_REDIRECT_TO_HTTP) == 0) {
            boolean submits = keepsBody && request.body().total() > 0;
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

    private Request follow(HttpUrl next, boolean keepsVerb) {
        HeaderList headers = request.headers().copy();
        // Generated anew for the next hop (R-REDIR-13).
        headers.removeAll("Host");
        if (!request.url().hasSameOrigin(next)
                && !switches.contains(CompatibilitySwitch.KEEP_AUTHORIZATION_ON_REDIRECT)) {
            CREDENTIALS.forEach(headers::removeAll);
        }
        if (keepsVerb) {
            if (isWrittenByCaller()) {
                // What the caller wrote is gone; it has to write it again (R-SENDEX-9).
                throw new WinInetFailure(WinInetError.ERROR_INTERNET_FORCE_RETRY);
            }
            return leg(request, next, request.verb(), headers, request.body());
        }
        OF_THE_BODY.forEach(headers::removeAll);
        return leg(request, next, "GET", headers, RequestBody.NONE);
    }

    private static Request leg(Request before, HttpUrl url, String verb, HeaderList headers, RequestBody body) {
        return new Request(before.context(), url, verb, headers, body, null, before.holdsConnection());
    }

    /** Whether the body cannot be sent a second time, since only the caller has it. */
    private boolean isWrittenByCaller() {
        return request.body().streamed() && (request.body().total() > 0 || callerWrote);
    }
}
