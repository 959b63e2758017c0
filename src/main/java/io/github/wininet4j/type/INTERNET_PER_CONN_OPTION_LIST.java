package io.github.wininet4j.type;

import io.github.wininet4j.annotation.OwnSize;
import org.jspecify.annotations.Nullable;

/** Connection settings to query or to set, for {@code INTERNET_OPTION_PER_CONNECTION_OPTION} (R-PROXY-11). */
public final class INTERNET_PER_CONN_OPTION_LIST implements Structure {
    /** Size of the structure in bytes; checked (R-STRUCT-6). */
    @OwnSize
    public int dwSize = 32;

    /** Name of the dial-up entry, or null for the LAN settings (R-PROXY-13). */
    public @Nullable String pszConnection;

    /** How many of the options count. */
    public int dwOptionCount;

    /** Index of the first option that failed (R-PROXY-14). */
    public int dwOptionError;

    /** The options. */
    public INTERNET_PER_CONN_OPTION @Nullable [] pOptions;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_PER_CONN_OPTION_LIST() {}

    @Override
    public int sizeof() {
        return 32;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
