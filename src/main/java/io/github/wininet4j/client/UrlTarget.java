package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import org.jspecify.annotations.Nullable;

/** What {@code InternetConnect} and {@code HttpOpenRequest} need of a URL. */
final class UrlTarget {
    private final URL_COMPONENTS parts;

    private UrlTarget(URL_COMPONENTS parts) {
        this.parts = parts;
    }

    static UrlTarget of(WinInet wininet, String url) throws WinInetException {
        URL_COMPONENTS parts = URL_COMPONENTS.ofViews();
        if (!wininet.InternetCrackUrl(url, 0, 0, parts)) {
            throw WinInetException.last(wininet, "InternetCrackUrl");
        }
        if (parts.nScheme != UrlScheme.INTERNET_SCHEME_HTTP && parts.nScheme != UrlScheme.INTERNET_SCHEME_HTTPS) {
            throw new WinInetException("InternetCrackUrl", WinInetError.ERROR_INTERNET_UNRECOGNIZED_SCHEME);
        }
        return new UrlTarget(parts);
    }

    @Nullable
    HINTERNET connect(WinInet wininet, HINTERNET session, long context) {
        String user = parts.text(UrlPart.USER);
        String password = parts.text(UrlPart.PASSWORD);
        return wininet.InternetConnect(
                session,
                parts.text(UrlPart.HOST),
                parts.nPort,
                user.isEmpty() ? null : user,
                password.isEmpty() ? null : password,
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                context);
    }

    @Nullable
    HINTERNET open(WinInet wininet, HINTERNET connection, String verb, int flags, long context) {
        String extra = parts.text(UrlPart.EXTRA);
        int fragment = extra.indexOf('#');
        String object = parts.text(UrlPart.PATH) + (fragment < 0 ? extra : extra.substring(0, fragment));
        int secure = parts.nScheme == UrlScheme.INTERNET_SCHEME_HTTPS ? InternetFlag.INTERNET_FLAG_SECURE : 0;
        return wininet.HttpOpenRequest(connection, verb, object, null, null, null, flags | secure, context);
    }
}
