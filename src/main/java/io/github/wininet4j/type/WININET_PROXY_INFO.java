package io.github.wininet4j.type;

import io.github.wininet4j.annotation.Word;
import io.github.wininet4j.constant.UrlScheme;
import org.jspecify.annotations.Nullable;

/** One way to a URL, of the list that {@code InternetGetProxyForUrl} gives (R-PROXY-38). */
public final class WININET_PROXY_INFO implements Structure {
    /** Whether it leads through a proxy; false for the direct way. */
    public boolean fProxy;

    /** Of a direct way, whether it is direct because a bypass list has the host. */
    public boolean fBypass;

    /**
     * What the proxy speaks: {@link UrlScheme#INTERNET_SCHEME_HTTP}, {@link UrlScheme#INTERNET_SCHEME_SOCKS}, or
     * {@link UrlScheme#INTERNET_SCHEME_FTP} for an FTP gateway; 0 for the direct way.
     */
    public int ProxyScheme;

    /** Host of the proxy, or null. */
    public @Nullable String pwszProxy;

    /** Port of the proxy, or 0. */
    @Word
    public int ProxyPort;

    /** Creates a direct way. */
    public WININET_PROXY_INFO() {}

    @Override
    public int sizeof() {
        return 32;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
