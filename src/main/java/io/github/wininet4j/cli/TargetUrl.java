package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.type.URL_COMPONENTS;
import io.github.wininet4j.type.UrlPart;
import org.jspecify.annotations.Nullable;

/**
 * What InternetConnect and HttpOpenRequest need of a URL.
 *
 * @param secure whether it is https
 * @param host the host
 * @param port the port
 * @param user the user name, or null
 * @param password the password, or null
 * @param object path and query
 */
record TargetUrl(
        boolean secure,
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String object) {

    /**
     * Takes a URL apart with InternetCrackUrl.
     *
     * @param wininet where
     * @param url the URL
     * @return the parts, or null if the call failed
     */
    static @Nullable TargetUrl crack(WinInet wininet, String url) {
        URL_COMPONENTS parts = URL_COMPONENTS.ofViews();
        if (!wininet.InternetCrackUrl(url, 0, 0, parts)) {
            return null;
        }
        String extra = parts.text(UrlPart.EXTRA);
        int fragment = extra.indexOf('#');
        return new TargetUrl(
                parts.nScheme == UrlScheme.INTERNET_SCHEME_HTTPS,
                parts.text(UrlPart.HOST),
                parts.nPort,
                textOrNull(parts, UrlPart.USER),
                textOrNull(parts, UrlPart.PASSWORD),
                parts.text(UrlPart.PATH) + (fragment < 0 ? extra : extra.substring(0, fragment)));
    }

    private static @Nullable String textOrNull(URL_COMPONENTS parts, UrlPart part) {
        String text = parts.text(part);
        return text.isEmpty() ? null : text;
    }

    /** Leaves user and password out. */
    @Override
    public String toString() {
        return "TargetUrl[" + host + ":" + port + object + "]";
    }
}
