package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public final class INTERNET_PER_CONN_OPTION_LIST implements Structure {
    /** TODO-DOC */
    public int dwSize = 32;

    /** TODO-DOC */
    public @Nullable String pszConnection;

    /** TODO-DOC */
    public int dwOptionCount;

    /** TODO-DOC */
    public int dwOptionError;

    /** TODO-DOC */
    public INTERNET_PER_CONN_OPTION @Nullable [] pOptions;

    /** TODO-DOC */
    public INTERNET_PER_CONN_OPTION_LIST() {}

    @Override
    public int sizeof() {
        return 32;
    }
}
