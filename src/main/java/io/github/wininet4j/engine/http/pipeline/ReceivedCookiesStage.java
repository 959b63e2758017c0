package io.github.wininet4j.engine.http.pipeline;

import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.InternetStatus;
import io.github.wininet4j.engine.cookie.CookieJar;
import io.github.wininet4j.engine.cookie.CookieUrl;
import io.github.wininet4j.engine.handle.StatusNotifier;
import io.github.wininet4j.engine.http.head.ResponseFields;
import io.github.wininet4j.engine.option.DwordSetting;
import io.github.wininet4j.engine.url.HttpUrl;

/** Puts the cookies of a response into the jar (R-COOKIE-37), and tells that they, and a privacy policy, came. */
final class ReceivedCookiesStage implements Stage {
    private final CookieJar jar;

    ReceivedCookiesStage(CookieJar jar) {
        this.jar = jar;
    }

    @Override
    public Exchange judge(Exchange exchange) {
        ResponseFields response = exchange.response();
        if (response == null) {
            return exchange;
        }
        RequestContext terms = exchange.terms();
        int policyAt = response.find("P3P", 0);
        if (policyAt >= 0) {
            StatusNotifier.plain(terms.node(), InternetStatus.INTERNET_STATUS_P3P_HEADER);
        }
        if (terms.has(InternetFlag.INTERNET_FLAG_NO_COOKIES) || response.find("Set-Cookie", 0) < 0) {
            return exchange;
        }
        HttpUrl at = exchange.url();
        CookieUrl url = CookieUrl.of(at.secure(), at.host(), at.target());
        boolean thirdParty = terms.settings().get(DwordSetting.COOKIES_3RD_PARTY) != 0;
        String policy = policyAt < 0 ? null : response.value(policyAt);
        int count = 0;
        for (int i = 0; i < response.headerCount(); i++) {
            if (response.name(i).equalsIgnoreCase("Set-Cookie")) {
                jar.receive(url, response.value(i), thirdParty, policy);
                count++;
            }
        }
        // Accepted or not: the number is that of the cookies received (R-STAT-321).
        StatusNotifier.number(terms.node(), InternetStatus.INTERNET_STATUS_COOKIE_RECEIVED, count);
        return exchange;
    }
}
