package io.github.wininet4j.function;

import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface CookieFunctions {
    /** TODO-DOC */
    boolean InternetSetCookie(
            @Nullable String lpszUrl, @Nullable String lpszCookieName, @Nullable String lpszCookieData);

    /** TODO-DOC */
    boolean InternetGetCookie(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            @Nullable TextBuffer lpszCookieData,
            @Nullable DwordRef lpdwSize);

    /** TODO-DOC */
    int InternetSetCookieEx(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            @Nullable String lpszCookieData,
            int dwFlags,
            long dwReserved);

    /** TODO-DOC */
    boolean InternetGetCookieEx(
            @Nullable String lpszUrl,
            @Nullable String lpszCookieName,
            @Nullable TextBuffer lpszCookieData,
            @Nullable DwordRef lpdwSize,
            int dwFlags,
            @Nullable LPVOID lpReserved);

    /** TODO-DOC */
    int InternetGetCookieEx2(
            @Nullable String pcwszUrl,
            @Nullable String pcwszCookieName,
            int dwFlags,
            @Nullable CookiesRef ppCookies,
            @Nullable DwordRef pdwCookieCount);

    /** TODO-DOC */
    int InternetSetCookieEx2(
            @Nullable String pcwszUrl,
            @Nullable INTERNET_COOKIE2 pCookie,
            @Nullable String pcwszP3PPolicy,
            int dwFlags,
            @Nullable DwordRef pdwCookieState);

    /** TODO-DOC */
    void InternetFreeCookies(@Nullable CookiesRef pCookies, int dwCookieCount);
}
