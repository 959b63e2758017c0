package io.github.wininet4j.client;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.InternetFlag;
import io.github.wininet4j.constant.ServiceType;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
import org.jspecify.annotations.Nullable;

/** What {@code InternetConnect} and {@code HttpOpenRequest} need of a URL. */
final class UrlTarget {
    private final URL_COMPONENTS parts;

    private UrlTarget(URL_COMPONENTS parts) {
        this.parts = parts;
    }

    static UrlTarget of(WinInet wininet, String url) throws WinInetException {
        URL_COMPONENTS parts = new URL_COMPONENTS();
        // No buffer and a length of 1: points into the URL (R-CRACK-3).
        parts.dwHostNameLength = 1;
        parts.dwUserNameLength = 1;
        parts.dwPasswordLength = 1;
        parts.dwUrlPathLength = 1;
        parts.dwExtraInfoLength = 1;
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
        String user = text(parts.lpszUserName, parts.dwUserNameLength);
        String password = text(parts.lpszPassword, parts.dwPasswordLength);
        return wininet.InternetConnect(
                session,
                text(parts.lpszHostName, parts.dwHostNameLength),
                parts.nPort,
                user.isEmpty() ? null : user,
                password.isEmpty() ? null : password,
                ServiceType.INTERNET_SERVICE_HTTP,
                0,
                context);
    }

    @Nullable
    HINTERNET open(WinInet wininet, HINTERNET connection, String verb, int flags, long context) {
        String extra = text(parts.lpszExtraInfo, parts.dwExtraInfoLength);
        int fragment = extra.indexOf('#');
        String object =
                text(parts.lpszUrlPath, parts.dwUrlPathLength) + (fragment < 0 ? extra : extra.substring(0, fragment));
        int secure = parts.nScheme == UrlScheme.INTERNET_SCHEME_HTTPS ? InternetFlag.INTERNET_FLAG_SECURE : 0;
        return wininet.HttpOpenRequest(connection, verb, object, null, null, null, flags | secure, context);
    }

    private static String text(@Nullable TextBuffer buffer, int length) {
        return buffer == null ? "" : buffer.toString(length);
    }
}
