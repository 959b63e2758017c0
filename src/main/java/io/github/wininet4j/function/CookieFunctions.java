package io.github.wininet4j.function;

import io.github.wininet4j.annotation.Allocated;
import io.github.wininet4j.annotation.Freed;
import io.github.wininet4j.annotation.In;
import io.github.wininet4j.annotation.InOut;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.Reserved;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.CookieFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.CookiesRef;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.INTERNET_COOKIE2;
import io.github.wininet4j.type.LPVOID;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** The cookie jar, without any handle. HTTP requests use the same jar. */
public interface CookieFunctions {
    /**
     * Puts a cookie into the jar as if the URL had set it. Whether cookies are blocked is not asked (R-COOKIE-19).
     *
     * @param lpszUrl the URL
     * @param lpszCookieName the name, or null to take it from the data
     * @param lpszCookieData the value, or name and value, with attributes as in Set-Cookie (R-COOKIE-3)
     * @return whether it worked. {@link WinInetError#ERROR_INTERNET_UNRECOGNIZED_SCHEME} for a URL without scheme,
     *     {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls and foreign domains (R-COOKIE-24),
     *     {@link Win32Error#ERROR_INVALID_OPERATION} for an HttpOnly cookie (R-COOKIE-16)
     * @see "R-COOKIE; InternetSetCookie"
     */
    boolean InternetSetCookie(
            @Nullable String lpszUrl, @Optional @Nullable String lpszCookieName, @Nullable String lpszCookieData);

    /**
     * Gives the cookies that a request to the URL would send, without HttpOnly ones, joined by {@code "; "}.
     *
     * @param lpszUrl the URL
     * @param lpszCookieName not looked at (R-COOKIE-5)
     * @param lpszCookieData receives the text, or null to ask for its size, which succeeds (R-COOKIE-8)
     * @param lpdwSize in: room in characters; out: characters with the NUL (R-COOKIE-10); for a null or short buffer
     *     bytes (R-COOKIE-9, R-COOKIE-11); 0 if there are no cookies
     * @return whether there were cookies; else {@link Win32Error#ERROR_NO_MORE_ITEMS}
     * @see "R-COOKIE; InternetGetCookie"
     */
    boolean InternetGetCookie(
            @Nullable String lpszUrl,
            @Optional @Nullable String lpszCookieName,
            @Out @Optional @SizedBy(characters = "lpdwSize") @Nullable TextBuffer lpszCookieData,
            @InOut @Nullable DwordRef lpdwSize);

    /**
     * Puts a cookie into the jar and tells what became of it.
     *
     * @param lpszUrl the URL
     * @param lpszCookieName the name, or null to take it from the data
     * @param lpszCookieData the value, or name and value, with attributes
     * @param dwFlags such as {@link CookieFlag#INTERNET_COOKIE_HTTPONLY}, which HttpOnly cookies need, or
     *     {@link CookieFlag#INTERNET_COOKIE_THIRD_PARTY}
     * @param dwReserved reserved, 0; in C the address of a P3P policy (R-COOKIE-21)
     * @return a {@code COOKIE_STATE_*} value such as {@link CookieFlag#COOKIE_STATE_REJECT}, or 0 on failure with the
     *     errors of {@link #InternetSetCookie}
     * @see "R-COOKIE; InternetSetCookieEx"
     */
    int InternetSetCookieEx(
            @Nullable String lpszUrl,
            @Optional @Nullable String lpszCookieName,
            @Nullable String lpszCookieData,
            int dwFlags,
            long dwReserved);

    /**
     * Gives cookies as {@link #InternetGetCookie} does, by name and with flags.
     *
     * @param lpszUrl the URL
     * @param lpszCookieName the name, upper and lower case told apart, or null for all (R-COOKIE-6)
     * @param lpszCookieData receives the text, or null to ask for its size
     * @param lpdwSize as for {@link #InternetGetCookie}
     * @param dwFlags {@link CookieFlag#INTERNET_COOKIE_HTTPONLY} to see HttpOnly cookies too,
     *     {@link CookieFlag#INTERNET_COOKIE_THIRD_PARTY}, or 0 (R-COOKIE-14)
     * @param lpReserved reserved, null
     * @return whether there were cookies; else {@link Win32Error#ERROR_NO_MORE_ITEMS}
     * @see "R-COOKIE; InternetGetCookieEx"
     */
    boolean InternetGetCookieEx(
            @Nullable String lpszUrl,
            @Optional @Nullable String lpszCookieName,
            @Out @Optional @SizedBy(characters = "lpdwSize") @Nullable TextBuffer lpszCookieData,
            @InOut @Nullable DwordRef lpdwSize,
            int dwFlags,
            @Reserved @Nullable LPVOID lpReserved);

    /**
     * Gives cookies as structures, with all that is known about them. The last error is not used.
     *
     * @param pcwszUrl the URL
     * @param pcwszCookieName the name, or null for all
     * @param dwFlags {@link CookieFlag#INTERNET_COOKIE_NON_SCRIPT} to see HttpOnly cookies too, and others
     *     (R-COOKIE2-3)
     * @param ppCookies receives the array, to be given back to {@link #InternetFreeCookies}
     * @param pdwCookieCount receives how many there are
     * @return {@link Win32Error#ERROR_SUCCESS} or an error number; {@link Win32Error#ERROR_NO_MORE_ITEMS} if there are
     *     none
     * @see "R-COOKIE2; InternetGetCookieEx2"
     */
    @ReturnsError
    int InternetGetCookieEx2(
            @Nullable String pcwszUrl,
            @Optional @Nullable String pcwszCookieName,
            int dwFlags,
            @Out @Allocated("InternetFreeCookies") @SizedBy(elements = "pdwCookieCount") @Nullable CookiesRef ppCookies,
            @Out @Nullable DwordRef pdwCookieCount);

    /**
     * Puts a cookie given as a structure into the jar. The last error is not used.
     *
     * @param pcwszUrl the URL
     * @param pCookie the cookie; name and value must not both be null
     * @param pcwszP3PPolicy a P3P policy, or null
     * @param dwFlags {@link CookieFlag#INTERNET_COOKIE_NON_SCRIPT} to set HttpOnly cookies, and others (R-COOKIE2-5)
     * @param pdwCookieState receives a {@code COOKIE_STATE_*} value; may be null
     * @return {@link Win32Error#ERROR_SUCCESS}, also if the policy rejects the cookie, or an error number; {@link
     *     Win32Error#ERROR_INVALID_OPERATION} for an HttpOnly cookie without the flag
     * @see "R-COOKIE2; InternetSetCookieEx2"
     */
    @ReturnsError
    int InternetSetCookieEx2(
            @Nullable String pcwszUrl,
            @In @Nullable INTERNET_COOKIE2 pCookie,
            @Optional @Nullable String pcwszP3PPolicy,
            int dwFlags,
            @Out @Optional @Nullable DwordRef pdwCookieState);

    /**
     * Takes back the array of {@link #InternetGetCookieEx2} and empties the variable.
     *
     * @param pCookies the variable that holds the array; null has no effect
     * @param dwCookieCount how many cookies it has
     * @see "R-COOKIE2-2; InternetFreeCookies"
     */
    void InternetFreeCookies(
            @Freed @Optional @SizedBy(elements = "dwCookieCount") @Nullable CookiesRef pCookies, int dwCookieCount);

    /**
     * Puts the cookies of a file of Netscape's format into the jar. A line has the domain, whether hosts below it get
     * the cookie, the path, whether it is secure, when it ends in seconds since 1970 or 0 for the session, the name and
     * the value, with tabs between. A domain that begins with {@code #HttpOnly_} is that of an HttpOnly cookie. Lines
     * that are none of these, and cookies that have ended or whose domain nobody may use, are passed over
     * (R-PROJ-COOKIE-5).
     *
     * @param szFilename the file
     * @return whether it could be read; else {@link Win32Error#ERROR_FILE_NOT_FOUND},
     *     {@link Win32Error#ERROR_ACCESS_DENIED} for what is no file or must not be read,
     *     {@link Win32Error#ERROR_INVALID_PARAMETER} for null
     * @see "R-PROJ-COOKIE-5; declared by the SDK without a page"
     */
    boolean ImportCookieFile(@Nullable String szFilename);

    /**
     * Writes the cookies that outlast the session to a file as {@link #ImportCookieFile} reads it.
     *
     * @param szFilename the file
     * @param fAppend whether what is in the file stays there
     * @return whether it could be written; else {@link Win32Error#ERROR_PATH_NOT_FOUND},
     *     {@link Win32Error#ERROR_ACCESS_DENIED}, {@link Win32Error#ERROR_INVALID_PARAMETER} for null
     * @see "R-PROJ-COOKIE-5; declared by the SDK without a page"
     */
    boolean ExportCookieFile(@Nullable String szFilename, boolean fAppend);

    /**
     * Returns whether a host may set cookies for a domain: for itself, and for domains above it below which not
     * everybody may have a name (R-COOKIE-24, R-COOKIE-26).
     *
     * @param pchDomain the domain, with or without a leading dot
     * @param pchFullDomain the name of the host
     * @return whether it may; {@link Win32Error#ERROR_INVALID_PARAMETER} for nulls
     * @see "R-COOKIE-24; declared by the SDK without a page"
     */
    boolean IsDomainLegalCookieDomain(@Nullable String pchDomain, @Nullable String pchFullDomain);
}
