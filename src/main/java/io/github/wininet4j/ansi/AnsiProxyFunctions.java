package io.github.wininet4j.ansi;

import io.github.wininet4j.function.ProxyFunctions;
import io.github.wininet4j.type.DwordRef;
import org.jspecify.annotations.Nullable;

/** {@link ProxyFunctions} over bytes. The C library exports these under their plain names, and with ANSI text only. */
public interface AnsiProxyFunctions {
    /**
     * As {@link ProxyFunctions#InternetDeInitializeAutoProxyDll}.
     *
     * @param lpszMime MIME type of the script, or null
     * @param dwReserved reserved, 0
     * @return false
     * @see "R-PROXY-26; InternetDeInitializeAutoProxyDll"
     */
    boolean InternetDeInitializeAutoProxyDll(byte @Nullable [] lpszMime, int dwReserved);

    /**
     * As {@link ProxyFunctions#InternetGetProxyInfo}. In C the result is allocated; here it goes to a buffer of the
     * caller.
     *
     * @param lpszUrl the URL
     * @param dwUrlLength its length in bytes
     * @param lpszUrlHostName the host name in it
     * @param dwUrlHostNameLength its length in bytes
     * @param lplpszProxyHostName receives the proxies as the script gives them
     * @param lpdwProxyHostNameLength receives their length in bytes
     * @return false
     * @see "R-PROXY-26; InternetGetProxyInfo"
     */
    boolean InternetGetProxyInfo(
            byte @Nullable [] lpszUrl,
            int dwUrlLength,
            byte @Nullable [] lpszUrlHostName,
            int dwUrlHostNameLength,
            @Nullable AnsiBuffer lplpszProxyHostName,
            @Nullable DwordRef lpdwProxyHostNameLength);

    /**
     * As {@link ProxyFunctions#DetectAutoProxyUrl}.
     *
     * @param lpszAutoProxyUrl receives the URL and its NUL
     * @param dwAutoProxyUrlLength its size in bytes
     * @param dwDetectFlags as there
     * @return whether one was found
     * @see "R-PROXY-25; DetectAutoProxyUrl"
     */
    boolean DetectAutoProxyUrl(byte @Nullable [] lpszAutoProxyUrl, int dwAutoProxyUrlLength, int dwDetectFlags);

    /**
     * As {@link ProxyFunctions#IsHostInProxyBypassList}.
     *
     * @param tScheme an {@code INTERNET_SCHEME_*} value
     * @param lpszHost the host
     * @param cchHost its length in bytes
     * @return whether the bypass list has it
     * @see "R-PROXY-4; declared by winineti.h without a page"
     */
    boolean IsHostInProxyBypassList(int tScheme, byte @Nullable [] lpszHost, int cchHost);
}
