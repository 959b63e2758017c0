package io.github.wininet4j.ansi;

import io.github.wininet4j.type.INTERNET_PROXY_INFO;
import io.github.wininet4j.type.Structure;
import org.jspecify.annotations.Nullable;

/** {@link INTERNET_PROXY_INFO} with text in the code page, as the A option functions read and fill it. */
public final class INTERNET_PROXY_INFOA implements Structure {
    /** An {@code INTERNET_OPEN_TYPE_*} value. */
    public int dwAccessType;

    /** The proxies (R-PROXY-1), or null for none. */
    public byte @Nullable [] lpszProxy;

    /** The hosts to be reached directly (R-PROXY-4), or null for none. */
    public byte @Nullable [] lpszProxyBypass;

    /** Creates a structure of zeros. */
    public INTERNET_PROXY_INFOA() {}

    INTERNET_PROXY_INFO wide(AnsiText text) {
        INTERNET_PROXY_INFO wide = new INTERNET_PROXY_INFO();
        wide.dwAccessType = dwAccessType;
        wide.lpszProxy = text.text(lpszProxy);
        wide.lpszProxyBypass = text.text(lpszProxyBypass);
        return wide;
    }

    void take(INTERNET_PROXY_INFO wide, AnsiText text) {
        dwAccessType = wide.dwAccessType;
        lpszProxy = AnsiBuffers.terminated(wide.lpszProxy, text::bytes);
        lpszProxyBypass = AnsiBuffers.terminated(wide.lpszProxyBypass, text::bytes);
    }

    @Override
    public int sizeof() {
        return 24;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
