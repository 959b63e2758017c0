package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class INTERNET_AUTH_NOTIFY_DATA implements Structure {
    /** TODO-DOC */
    public int cbStruct = 24;

    /** TODO-DOC */
    public int dwOptions;

    /** TODO-DOC */
    public @Nullable AuthNotifyCallback pfnNotify;

    /** TODO-DOC */
    public long dwContext;

    /** TODO-DOC */
    public INTERNET_AUTH_NOTIFY_DATA() {}

    @Override
    public int sizeof() {
        return 24;
    }
}
