package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** Static proxy settings, for {@code INTERNET_OPTION_PROXY} (R-OPTN-38). */
public final class INTERNET_PROXY_INFO implements Structure {
    /** An {@code INTERNET_OPEN_TYPE_*} value. */
    public int dwAccessType;

    /** The proxies (R-PROXY-1), or null for none. */
    public @Nullable String lpszProxy;

    /** The hosts to be reached directly (R-PROXY-4), or null for none. */
    public @Nullable String lpszProxyBypass;

    /** Creates a structure of zeros. */
    public INTERNET_PROXY_INFO() {}

    @Override
    public int sizeof() {
        return 24;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
