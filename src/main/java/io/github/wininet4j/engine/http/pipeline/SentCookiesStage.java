package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.constant.OptionValue;
import io.github.wininet4j.engine.cookie.Cookie;
import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.cookie.CookieUrl;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.head.HeaderList;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.option.DwordSettings;
import io.github.wininet4j.engine.url.HttpUrl;
import java.util.List;

/** Adds the jar's cookies for the URL of each hop (R-REDIR-14). A Cookie header of the caller gives way to them (R-HDR-18). */
final class SentCookiesStage implements Stage {
    private static final String COOKIE = "Cookie";

    private final CookieJar jar;

    SentCookiesStage(CookieJar jar) {
        this.jar = jar;
    }

    @Override
    public void prepare(Exchange exchange) {
        RequestContext terms = exchange.terms();
        if (jar.isEmpty() || terms.has(InternetFlag.INTERNET_FLAG_NO_COOKIES)) {
            return;
        }
        HttpUrl to = exchange.url();
        CookieUrl url = CookieUrl.of(to.secure(), to.host(), to.target());
        List<Cookie> cookies = jar.find(url, 0);
        if (cookies.isEmpty()) {
            return;
        }
        StringBuilder sent = text(cookies, hidden(terms.settings()));
        boolean thirdParty = terms.settings().get(DwordSetting.COOKIES_3RD_PARTY) != 0;
        if (!sent.isEmpty() && !jar.policy().blocksSending(url.host(), thirdParty)) {
            HeaderList headers = exchange.headers();
            exchange.useJarCookies(headers.first(COOKIE));
            headers.set(COOKIE, sent.toString());
        }
        // The number is that of the cookies sent or suppressed (R-STAT-320).
        StatusNotifier.number(terms.node(), InternetStatus.INTERNET_STATUS_COOKIE_SENT, cookies.size());
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

    /** Takes the jar's cookies for one hop out of the headers for the next, which has its own. */
    static void restore(Exchange exchange, HeaderList headers) {
        if (exchange.hasJarCookies()) {
            headers.removeAll(COOKIE);
            String own = exchange.ownCookies();
            if (own != null) {
                headers.add(COOKIE, own);
            }
        }
    }
}
