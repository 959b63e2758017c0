package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class INTERNET_PROXY_INFO implements Structure {
    /** TODO-DOC */
    public int dwAccessType;

    /** TODO-DOC */
    public @Nullable String lpszProxy;

    /** TODO-DOC */
    public @Nullable String lpszProxyBypass;

    /** TODO-DOC */
    public INTERNET_PROXY_INFO() {}

    @Override
    public int sizeof() {
        return 24;
    }
}
