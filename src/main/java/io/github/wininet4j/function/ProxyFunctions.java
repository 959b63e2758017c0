package io.github.wininet4j.function;

import io.github.wininet4j.annotation.Allocated;
import io.github.wininet4j.annotation.Ansi;
import io.github.wininet4j.annotation.Freed;
import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.annotation.TextSize;
import io.github.wininet4j.constant.ProxyType;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.constant.WinInetError;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.TextBuffer;
import io.github.wininet4j.type.WININET_PROXY_INFO_LIST;
import org.jspecify.annotations.Nullable;

/**
 * Which proxies lead to a URL, and finding and running proxy configuration scripts. The three functions of JSProxy.dll
 * are not supported on current Windows (R-PROXY-26) and fail with {@link Win32Error#ERROR_CALL_NOT_IMPLEMENTED}.
 */
public interface ProxyFunctions {
    /**
     * Would load the script machine of JSProxy.dll.
     *
     * @param dwReserved reserved, 0
     * @return false
     * @see "R-PROXY-26; InternetInitializeAutoProxyDll"
     */
    boolean InternetInitializeAutoProxyDll(int dwReserved);

    /**
     * Would unload the script machine of JSProxy.dll.
     *
     * @param lpszMime MIME type of the script, or null
     * @param dwReserved reserved, 0
     * @return false
     * @see "R-PROXY-26; InternetDeInitializeAutoProxyDll"
     */
    boolean InternetDeInitializeAutoProxyDll(@Optional @Ansi @Nullable String lpszMime, int dwReserved);

    /**
     * Would ask the loaded script for the proxy of a URL. In C the text is ANSI and the result allocated.
     *
     * @param lpszUrl the URL
     * @param dwUrlLength its length in characters
     * @param lpszUrlHostName the host name in it
     * @param dwUrlHostNameLength its length in characters
     * @param lplpszProxyHostName receives the proxies as the script gives them
     * @param lpdwProxyHostNameLength receives their length in characters
     * @return false
     * @see "R-PROXY-26; InternetGetProxyInfo"
     */
    boolean InternetGetProxyInfo(
            @Ansi @SizedBy(characters = "dwUrlLength", text = TextSize.NONE_IF_ZERO) @Nullable String lpszUrl,
            int dwUrlLength,
            @Ansi @SizedBy(characters = "dwUrlHostNameLength", text = TextSize.NONE_IF_ZERO) @Nullable
                    String lpszUrlHostName,
            int dwUrlHostNameLength,
            @Out @Ansi @Allocated("GlobalFree") @SizedBy(characters = "lpdwProxyHostNameLength") @Nullable
                    TextBuffer lplpszProxyHostName,
            @Out @Nullable DwordRef lpdwProxyHostNameLength);

    /**
     * Looks in the network for the URL of a configuration script. It may take seconds.
     *
     * @param lpszAutoProxyUrl receives the URL
     * @param dwAutoProxyUrlLength its size in characters
     * @param dwDetectFlags {@link ProxyType#PROXY_AUTO_DETECT_TYPE_DHCP},
     *     {@link ProxyType#PROXY_AUTO_DETECT_TYPE_DNS_A} or both
     * @return whether one was found; else {@link WinInetError#ERROR_WINHTTP_AUTODETECTION_FAILED}
     * @see "R-PROXY-25; DetectAutoProxyUrl"
     */
    boolean DetectAutoProxyUrl(
            @Out @Ansi @SizedBy(characters = "dwAutoProxyUrlLength") @Nullable TextBuffer lpszAutoProxyUrl,
            int dwAutoProxyUrlLength,
            int dwDetectFlags);

    /**
     * Returns whether the proxy settings of the process let a host be reached directly (R-PROXY-4 to R-PROXY-7).
     *
     * @param tScheme an {@code INTERNET_SCHEME_*} value
     * @param lpszHost the host
     * @param cchHost its length in characters
     * @return whether the bypass list has it
     * @see "R-PROXY-4; declared by winineti.h without a page"
     */
    boolean IsHostInProxyBypassList(
            int tScheme,
            @Ansi @SizedBy(characters = "cchHost", text = TextSize.NONE_IF_ZERO) @Nullable String lpszHost,
            int cchHost);

    /**
     * Forgets what searches for a proxy script in the network have found, so that the next request searches again
     * (R-PROJ-PROXY-6).
     *
     * @param tCache {@link ProxyType#WPAD_CACHE_DELETE_CURRENT} or {@link ProxyType#WPAD_CACHE_DELETE_ALL}, which are
     *     one here
     * @return whether it worked; {@link Win32Error#ERROR_INVALID_PARAMETER} for another number
     * @see "R-PROJ-PROXY-6; declared by the SDK without a page"
     */
    boolean DeleteWpadCacheForNetworks(int tCache);

    /**
     * Gives the ways by which requests of a session would reach a URL, in the order in which they would try them. It
     * never pends, and may take seconds where a script has to be found, loaded and run. The last error is not used.
     *
     * @param hInternet the session
     * @param pcwszUrl the URL
     * @param pProxyInfoList receives the ways, to be given back to {@link #InternetFreeProxyInfoList}
     * @return {@link Win32Error#ERROR_SUCCESS} or an error number: {@link Win32Error#ERROR_INVALID_HANDLE},
     *     {@link Win32Error#ERROR_INVALID_PARAMETER}, {@link WinInetError#ERROR_INTERNET_INVALID_URL},
     *     {@link WinInetError#ERROR_INTERNET_UNRECOGNIZED_SCHEME}, and what a request would fail with if no way may be
     *     used, such as {@link WinInetError#ERROR_INTERNET_BAD_AUTO_PROXY_SCRIPT}
     * @see "R-PROXY-38, R-PROJ-PROXY-7; declared by the SDK without a page"
     */
    @ReturnsError
    int InternetGetProxyForUrl(
            @Nullable HINTERNET hInternet,
            @Nullable String pcwszUrl,
            @Out @Allocated("InternetFreeProxyInfoList") @Nullable WININET_PROXY_INFO_LIST pProxyInfoList);

    /**
     * Takes back the ways of {@link #InternetGetProxyForUrl} and empties the list.
     *
     * @param pProxyInfoList the list; null has no effect
     * @see "R-PROXY-38; declared by the SDK without a page"
     */
    void InternetFreeProxyInfoList(@Freed @Optional @Nullable WININET_PROXY_INFO_LIST pProxyInfoList);
}
