package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** The ways to a URL in the order in which to try them, for {@code InternetGetProxyForUrl} (R-PROXY-38). */
public final class WININET_PROXY_INFO_LIST implements Structure {
    /** How many ways there are. */
    public int dwProxyInfoCount;

    /** The ways; null before the call and after {@code InternetFreeProxyInfoList}. */
    public WININET_PROXY_INFO @Nullable [] pProxyInfo;

    /** Creates an empty list. */
    public WININET_PROXY_INFO_LIST() {}

    /** Empties the list. */
    public void clear() {
        dwProxyInfoCount = 0;
        pProxyInfo = null;
    }

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
