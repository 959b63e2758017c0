package io.github.wininet4j.type;

import java.util.Arrays;

/** Where {@code InternetGetCookieEx2} puts the array that it allocates (R-COOKIE2-2). */
public final class CookiesRef {
    /** The cookies; empty before the call and after {@code InternetFreeCookies}. */
    public INTERNET_COOKIE2[] value = new INTERNET_COOKIE2[0];

    /** Creates an empty variable. */
    public CookiesRef() {}

    @Override
    public String toString() {
        return Arrays.toString(value);
    }
}
