package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.OwnSize;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION;
import io.github.wininet4j.type.INTERNET_PER_CONN_OPTION_LIST;
import io.github.wininet4j.type.Structure;
import org.jspecify.annotations.Nullable;

/** {@link INTERNET_PER_CONN_OPTION_LIST} with text in the code page. */
public final class INTERNET_PER_CONN_OPTION_LISTA implements Structure {
    /** Size of the structure in bytes; checked (R-STRUCT-6). */
    @OwnSize
    public int dwSize = 32;

    /** Name of the dial-up entry, or null for the LAN settings (R-PROXY-13). */
    public byte @Nullable [] pszConnection;

    /** How many of the options count. */
    public int dwOptionCount;

    /** Index of the first option that failed (R-PROXY-14). */
    public int dwOptionError;

    /** The options. */
    public INTERNET_PER_CONN_OPTIONA @Nullable [] pOptions;

    /** Creates a structure with its size set and all else zero. */
    public INTERNET_PER_CONN_OPTION_LISTA() {}

    INTERNET_PER_CONN_OPTION_LIST wide(AnsiText text) {
        INTERNET_PER_CONN_OPTION_LIST wide = new INTERNET_PER_CONN_OPTION_LIST();
        wide.dwSize = dwSize;
        wide.pszConnection = text.text(pszConnection);
        wide.dwOptionCount = dwOptionCount;
        wide.dwOptionError = dwOptionError;
        INTERNET_PER_CONN_OPTIONA[] options = pOptions;
        if (options != null) {
            INTERNET_PER_CONN_OPTION[] converted = new INTERNET_PER_CONN_OPTION[options.length];
            for (int i = 0; i < options.length; i++) {
                // A hole in the array is for the wide function to refuse.
                if (options[i] != null) {
                    converted[i] = options[i].wide(text);
                }
            }
            wide.pOptions = converted;
        }
        return wide;
    }

    /** Takes what a query filled in; of a call that failed, only which option it was. */
    void take(INTERNET_PER_CONN_OPTION_LIST wide, AnsiText text, boolean filled) {
        dwOptionError = wide.dwOptionError;
        INTERNET_PER_CONN_OPTIONA[] options = pOptions;
        INTERNET_PER_CONN_OPTION[] converted = wide.pOptions;
        if (!filled || options == null || converted == null) {
            return;
        }
        for (int i = 0; i < Math.min(options.length, converted.length); i++) {
            if (options[i] != null) {
                options[i].take(converted[i], text);
            }
        }
    }

    @Override
    public int sizeof() {
        return 32;
    }

    @Override
    public String toString() {
        return Structure.describe(this);
    }
}
