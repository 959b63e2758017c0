package io.github.wininet4j.engine.http.exchange;

import io.github.wininet4j.constant.CacheEntryType;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.engine.cookie.Cookie;
import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.http.stream.RequestEvents;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.url.UrlScheme;
import java.io.IOException;
import java.util.List;

/**
 * Adds the jar's cookies for the URL of each leg (R-REDIR-14), to which a Cookie header of the caller gives way
 * (R-HDR-18), and puts the cookies of the response into the jar (R-COOKIE-37).
 */
final class CookieExchange extends ForwardingExchange {
    private static final String COOKIE = "Cookie";
    private static final String SET_COOKIE = "Set-Cookie";

    private final Request request;
    private final CookieJar jar;
    private final HttpExchange below;
    private int sent;

    CookieExchange(Request request, Opener below, CookieJar jar) {
        this.request = request;
        this.jar = jar;
        boolean none = jar.isEmpty() || hasNoCookies();
        this.below = below.open(none ? request : withCookies());
    }

    /** Whether the caller wants none, or the URL, which a proxy has got, is of a protocol that has none. */
    private boolean hasNoCookies() {
        return request.context().has(InternetFlag.INTERNET_FLAG_NO_COOKIES)
                || request.url().scheme() == UrlScheme.FTP;
    }

    private Request withCookies() {
        List<Cookie> cookies = jar.find(request.url(), 0);
        sent = cookies.size();
        DwordSettings settings = request.context().settings();
        StringBuilder text = text(cookies, hidden(settings));
        boolean thirdParty = settings.get(DwordSetting.COOKIES_3RD_PARTY) != 0;
        if (text.isEmpty() || jar.policy().blocksSending(request.url().hostKey(), thirdParty)) {
            return request;
        }
        // A copy, as the next leg has its own.
        HeaderList headers = request.headers().copy();
        headers.set(COOKIE, text.toString());
        return request.withHeaders(headers);
    }

    /** The cookies that do not go with the requests of other sites (R-OPTN-86, R-OPTN-187). */
    private static int hidden(DwordSettings settings) {
        int leashed = settings.get(DwordSetting.COOKIES_3RD_PARTY) != 0 ? CookieFlag.INTERNET_COOKIE_IS_RESTRICTED : 0;
        return leashed
                | switch (settings.get(DwordSetting.COOKIES_SAME_SITE_LEVEL)) {
                    case OptionValue.HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE ->
                        CookieFlag.INTERNET_COOKIE_SAME_SITE_STRICT | CookieFlag.INTERNET_COOKIE_SAME_SITE_LAX;
                    case OptionValue.HTTP_COOKIES_SAME_SITE_LEVEL_CROSS_SITE_LAX ->
                        CookieFlag.INTERNET_COOKIE_SAME_SITE_STRICT;
                    default -> 0;
                };
    }

    private static StringBuilder text(List<Cookie> cookies, int hidden) {
        StringBuilder text = new StringBuilder();
        for (Cookie cookie : cookies) {
            if (!cookie.has(hidden)) {
                text.append(text.isEmpty() ? "" : "; ").append(cookie.text());
            }
        }
        return text;
    }

    @Override
    public void send() throws IOException {
        if (sent > 0) {
            // Sent or suppressed (R-STAT-320).
            request.context().events().cookiesSent(sent);
        }
        below.send();
    }

    @Override
    protected HttpExchange below() {
        return below;
    }

    @Override
    public Response receive() throws IOException {
        Response response = below.receive();
        ResponseFields head = response.transcript().response();
        int kinds = head == null ? 0 : keepCookies(head);
        return kinds == 0
                ? response
                : new Response(
                        response.transcript().withCookies(kinds),
                        response.content(),
                        response.file(),
                        response.cached());
    }

    /** Returns what became of the cookies, which is kept with the response (R-STAT-327). */
    private int keepCookies(ResponseFields head) {
        RequestContext context = request.context();
        RequestEvents events = context.events();
        String policy = head.first("P3P");
        if (policy != null) {
            events.privacyPolicyReceived();
        }
        int at = hasNoCookies() ? -1 : head.next(SET_COOKIE, 0);
        if (at < 0) {
            return 0;
        }
        boolean thirdParty = context.settings().get(DwordSetting.COOKIES_3RD_PARTY) != 0;
        int received = 0;
        int kinds = 0;
        for (; at >= 0; at = head.next(SET_COOKIE, at + 1)) {
            kinds |= kind(jar.receive(request.url(), head.value(at), thirdParty, policy));
            received++;
        }
        // Accepted or not (R-STAT-321).
        events.cookiesReceived(received);
        return kinds;
    }

    private static int kind(int state) {
        return switch (state) {
            case CookieFlag.COOKIE_STATE_ACCEPT -> CacheEntryType.COOKIE_ACCEPTED_CACHE_ENTRY;
            case CookieFlag.COOKIE_STATE_LEASH -> CacheEntryType.COOKIE_LEASHED_CACHE_ENTRY;
            case CookieFlag.COOKIE_STATE_DOWNGRADE -> CacheEntryType.COOKIE_DOWNGRADED_CACHE_ENTRY;
            case CookieFlag.COOKIE_STATE_REJECT -> CacheEntryType.COOKIE_REJECTED_CACHE_ENTRY;
            default -> 0;
        };
    }
}
