package io.github.wininet4j.type;

import org.jspecify.annotations.Nullable;

/**
 * One connection setting. The C union {@code Value} is three fields here; {@code dwOption} says which one counts
 * (R-PROXY-11).
 */
public final class INTERNET_PER_CONN_OPTION implements Structure {
    /** An {@code INTERNET_PER_CONN_*} value. */
    public int dwOption;

    /** {@code Value.dwValue}: flags and numbers. */
    public int dwValue;

    /** {@code Value.pszValue}: server lists and URLs. */
    public @Nullable String pszValue;

    /** {@code Value.ftValue}: the time of the last detection. */
    public FILETIME ftValue = new FILETIME();

    /** Creates an option of zeros. */
    public INTERNET_PER_CONN_OPTION() {}

    @Override
    public int sizeof() {
        return 16;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
