package io.github.wininet4j.cli;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.UrlScheme;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.URL_COMPONENTS;
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
        URL_COMPONENTS parts = new URL_COMPONENTS();
        // No buffer and a length of 1: points into the URL (R-CRACK-3).
        parts.dwHostNameLength = 1;
        parts.dwUserNameLength = 1;
        parts.dwPasswordLength = 1;
        parts.dwUrlPathLength = 1;
        parts.dwExtraInfoLength = 1;
        if (!wininet.InternetCrackUrl(url, 0, 0, parts)) {
            return null;
        }
        String extra = text(parts.lpszExtraInfo, parts.dwExtraInfoLength);
        int fragment = extra.indexOf('#');
        return new TargetUrl(
                parts.nScheme == UrlScheme.INTERNET_SCHEME_HTTPS,
                text(parts.lpszHostName, parts.dwHostNameLength),
                parts.nPort,
                textOrNull(parts.lpszUserName, parts.dwUserNameLength),
                textOrNull(parts.lpszPassword, parts.dwPasswordLength),
                text(parts.lpszUrlPath, parts.dwUrlPathLength) + (fragment < 0 ? extra : extra.substring(0, fragment)));
    }

    private static String text(@Nullable TextBuffer buffer, int length) {
        return buffer == null ? "" : buffer.toString(length);
    }

    private static @Nullable String textOrNull(@Nullable TextBuffer buffer, int length) {
        return length == 0 ? null : text(buffer, length);
    }

    /** Leaves user and password out. */
    @Override
    public String toString() {
        return "TargetUrl[" + host + ":" + port + object + "]";
    }
}
