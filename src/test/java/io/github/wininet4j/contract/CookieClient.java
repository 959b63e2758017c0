package io.github.wininet4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;

/** Short forms of the cookie functions. */
final class CookieClient {
    private static final int ROOM = 6000;

    private final WinInet api;

    CookieClient(WinInet api) {
        this.api = api;
    }

    /** Sets a cookie, which must work. */
    void set(String url, String cookie) {
        assertThat(api.InternetSetCookie(url, null, cookie))
                .as(() -> cookie + ": " + api.GetLastError())
                .isTrue();
    }

    /** Sets a cookie, which must fail; returns the error. */
    int refused(String url, String name, String data) {
        assertThat(api.InternetSetCookie(url, name, data)).isFalse();
        return api.GetLastError();
    }

    /** The cookies of a URL as scripts see them, "" for none. */
    String get(String url) {
        TextBuffer buffer = new TextBuffer(ROOM);
        return taken(api.InternetGetCookie(url, null, buffer, new DwordRef(ROOM)), buffer);
    }

    /** All cookies of a URL, "" for none. */
    String all(String url) {
        return get(url, null, CookieFlag.INTERNET_COOKIE_HTTPONLY);
    }

    String get(String url, String name, int flags) {
        TextBuffer buffer = new TextBuffer(ROOM);
        return taken(api.InternetGetCookieEx(url, name, buffer, new DwordRef(ROOM), flags, null), buffer);
    }

    private String taken(boolean found, TextBuffer buffer) {
        if (!found) {
            assertThat(api.GetLastError()).isEqualTo(Win32Error.ERROR_NO_MORE_ITEMS);
        }
        return found ? buffer.toString() : "";
    }
}
