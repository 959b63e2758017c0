package io.github.wininet4j.bench.client;

import io.github.wininet4j.WinInet;

/** Fills a cookie jar. */
public final class Cookies {
    private static final int PER_SITE = 20;

    private Cookies() {}

    /**
     * Names the site of a cookie.
     *
     * @param number the number of the cookie
     * @return a URL of its site; each has some cookies
     */
    public static String url(int number) {
        return "http://www.site" + number / PER_SITE + ".test/";
    }

    /**
     * Sets a session cookie.
     *
     * @param wininet where
     * @param url the URL that sets it
     * @param number makes its name; setting it again replaces it
     */
    public static void set(WinInet wininet, String url, int number) {
        Facade.check(
                wininet,
                "InternetSetCookie",
                wininet.InternetSetCookie(url, "cookie" + number, "value" + number + "; path=/"));
    }
}
