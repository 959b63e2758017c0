package io.github.wininet4j.ansi;

import io.github.wininet4j.type.FILETIME;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.Structure;
import org.jspecify.annotations.Nullable;

/** {@link INTERNET_PER_CONN_OPTION} with text in the code page. */
public final class INTERNET_PER_CONN_OPTIONA implements Structure {
    /** An {@code INTERNET_PER_CONN_*} value. */
    public int dwOption;

    /** {@code Value.dwValue}: flags and numbers. */
    public int dwValue;

    /** {@code Value.pszValue}: server lists and URLs. */
    public byte @Nullable [] pszValue;

    /** {@code Value.ftValue}: the time of the last detection. */
    public FILETIME ftValue = new FILETIME();

    /** Creates an option of zeros. */
    public INTERNET_PER_CONN_OPTIONA() {}

    INTERNET_PER_CONN_OPTION wide(AnsiText text) {
        INTERNET_PER_CONN_OPTION wide = new INTERNET_PER_CONN_OPTION();
        wide.dwOption = dwOption;
        wide.dwValue = dwValue;
        wide.pszValue = text.text(pszValue);
        wide.ftValue = ftValue;
        return wide;
    }

    void take(INTERNET_PER_CONN_OPTION wide, AnsiText text) {
        dwValue = wide.dwValue;
        pszValue = AnsiBuffers.terminated(wide.pszValue, text::bytes);
        ftValue = wide.ftValue;
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
