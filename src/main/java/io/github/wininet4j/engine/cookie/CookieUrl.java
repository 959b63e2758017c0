package io.github.wininet4j.engine.cookie;

import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.engine.fault.WinInetFailure;
import io.github.wininet4j.engine.url.HostText;
import io.github.wininet4j.engine.url.ParsedUrl;
import io.github.wininet4j.engine.url.UrlParser;
import io.github.wininet4j.engine.url.UrlScheme;
import java.util.Locale;

/**
 * What cookies depend on in a URL.
 *
 * @param secure whether secure cookies may be sent there
 * @param host the host in lower case, without brackets
 * @param path the path, with its slash and without query
 */
public record CookieUrl(boolean secure, String host, String path) {
    /**
     * Reads a URL that a caller gave.
     *
     * @param text the URL
     * @return its parts
     * @throws WinInetFailure {@code ERROR_INTERNET_UNRECOGNIZED_SCHEME} without a scheme, {@code ERROR_INVALID_PARAMETER} if it names no
     *     host (R-COOKIE-23)
     */
    static CookieUrl of(String text) {
        ParsedUrl url = UrlParser.parse(text);
        if (url.host().isEmpty()) {
            throw new WinInetFailure(Win32Error.ERROR_INVALID_PARAMETER);
        }
        return of(url.scheme() == UrlScheme.HTTPS, HostText.forConnection(url.host()), url.path());
    }

    /**
     * Describes where a request goes.
     *
     * @param secure whether TLS is spoken
     * @param host its host
     * @param target its path and query
     * @return what matters to cookies
     */
    public static CookieUrl of(boolean secure, String host, String target) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        return new CookieUrl(secure, host.toLowerCase(Locale.ROOT), path.startsWith("/") ? path : "/" + path);
    }

    /** The path of cookies that name none: up to the last slash (R-COOKIE-29). */
    String directory() {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
