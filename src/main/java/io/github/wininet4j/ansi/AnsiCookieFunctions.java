package io.github.wininet4j.ansi;

import io.github.wininet4j.function.CookieFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LPVOID;
import org.jspecify.annotations.Nullable;

/** {@link CookieFunctions} over bytes: URLs in the code page; names and data are header text, ISO-8859-1. */
public interface AnsiCookieFunctions {
    /**
     * As {@link CookieFunctions#InternetSetCookie}.
     *
     * @param lpszUrl the URL
     * @param lpszCookieName the name, or null
     * @param lpszCookieData the data with its attributes
     * @return whether it worked
     * @see "R-COOKIE; InternetSetCookie"
     */
    boolean InternetSetCookieA(
            byte @Nullable [] lpszUrl, byte @Nullable [] lpszCookieName, byte @Nullable [] lpszCookieData);

    /**
     * As {@link CookieFunctions#InternetGetCookie}.
     *
     * @param lpszUrl the URL
     * @param lpszCookieName not looked at (R-COOKIE-5)
     * @param lpszCookieData receives the cookies and their NUL; null asks for the size, which succeeds (R-COOKIE-8)
     * @param lpdwSize in: room in bytes; out: bytes with the NUL for all outcomes (R-COOKIE-9 to R-COOKIE-11)
     * @return whether it worked
     * @see "R-COOKIE; InternetGetCookie"
     */
    boolean InternetGetCookieA(
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszCookieName,
            byte @Nullable [] lpszCookieData,
            @Nullable DwordRef lpdwSize);

    /**
     * As {@link CookieFunctions#InternetSetCookieEx}.
     *
     * @param lpszUrl the URL
     * @param lpszCookieName the name, or null
     * @param lpszCookieData the data with its attributes
     * @param dwFlags as there
     * @param dwReserved as there
     * @return as there
     * @see "R-COOKIE; InternetSetCookieEx"
     */
    int InternetSetCookieExA(
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszCookieName,
            byte @Nullable [] lpszCookieData,
            int dwFlags,
            long dwReserved);

    /**
     * As {@link CookieFunctions#InternetGetCookieEx}.
     *
     * @param lpszUrl the URL
     * @param lpszCookieName the name, or null for all
     * @param lpszCookieData receives the cookies and their NUL; null asks for the size, which succeeds (R-COOKIE-8)
     * @param lpdwSize in: room in bytes; out: bytes with the NUL for all outcomes
     * @param dwFlags as there
     * @param lpReserved null
     * @return whether it worked
     * @see "R-COOKIE; InternetGetCookieEx"
     */
    boolean InternetGetCookieExA(
            byte @Nullable [] lpszUrl,
            byte @Nullable [] lpszCookieName,
            byte @Nullable [] lpszCookieData,
            @Nullable DwordRef lpdwSize,
            int dwFlags,
            @Nullable LPVOID lpReserved);

    /**
     * As {@link CookieFunctions#ImportCookieFile}.
     *
     * @param szFilename the file, in the code page
     * @return as there
     * @see "R-PROJ-COOKIE-5; declared by the SDK without a page"
     */
    boolean ImportCookieFileA(byte @Nullable [] szFilename);

    /**
     * As {@link CookieFunctions#ExportCookieFile}.
     *
     * @param szFilename the file, in the code page
     * @param fAppend as there
     * @return as there
     * @see "R-PROJ-COOKIE-5; declared by the SDK without a page"
     */
    boolean ExportCookieFileA(byte @Nullable [] szFilename, boolean fAppend);

    /**
     * As {@link CookieFunctions#IsDomainLegalCookieDomain}.
     *
     * @param pchDomain the domain, in the code page
     * @param pchFullDomain the name of the host, in the code page
     * @return as there
     * @see "R-COOKIE-24; declared by the SDK without a page"
     */
    boolean IsDomainLegalCookieDomainA(byte @Nullable [] pchDomain, byte @Nullable [] pchFullDomain);
}
