package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface ProxyFunctions {
    /** TODO-DOC */
    boolean InternetInitializeAutoProxyDll(int dwReserved);

    /** TODO-DOC */
    boolean InternetDeInitializeAutoProxyDll(@Nullable String lpszMime, int dwReserved);

    /** TODO-DOC */
    boolean InternetGetProxyInfo(
            @Nullable String lpszUrl,
            int dwUrlLength,
            @Nullable TextBuffer lpszUrlHostName,
            int dwUrlHostNameLength,
            @Nullable TextBuffer lplpszProxyHostName,
            @Nullable DwordRef lpdwProxyHostNameLength);

    /** TODO-DOC */
    boolean DetectAutoProxyUrl(@Nullable TextBuffer lpszAutoProxyUrl, int dwAutoProxyUrlLength, int dwDetectFlags);

    /** TODO-DOC */
    boolean IsHostInProxyBypassList(int tScheme, @Nullable String lpszHost, int cchHost);
}
