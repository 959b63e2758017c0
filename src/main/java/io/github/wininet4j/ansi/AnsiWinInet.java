package io.github.wininet4j.ansi;

import io.github.wininet4j.WinInet;
import io.github.wininet4j.type.CodePage;
import io.github.wininet4j.type.StatusCallback;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * The A-suffixed functions over any {@link WinInet}, and those that C has with ANSI text only, under their plain names:
 * every one under its C name, gathered from the families.
 *
 * <p>Handles, and the last error, are those of the wide object: functions that carry no text ({@code InternetReadFile},
 * {@code InternetCloseHandle}) are called there. Where the C library exports a name without suffix beside A and W, it
 * means the A function. Sizes are bytes. No call throws.
 */
public interface AnsiWinInet
        extends AnsiSessionFunctions,
                AnsiOptionFunctions,
                AnsiTransferFunctions,
                AnsiHttpFunctions,
                AnsiFtpFunctions,
                AnsiGopherFunctions,
                AnsiUrlFunctions,
                AnsiTimeFunctions,
                AnsiCookieFunctions,
                AnsiPrivacyFunctions,
                AnsiUrlCacheFunctions,
                AnsiUrlCacheGroupFunctions,
                AnsiUrlCacheContainerFunctions,
                AnsiDialFunctions,
                AnsiProxyFunctions,
                AnsiPromptFunctions {

    /** {@return the wide functions that these stand on, with the last error of these as well} */
    WinInet wide();

    /**
     * Adapts wide functions, with the ANSI code page of the system.
     *
     * @param wide the wide functions
     * @return the A functions; nothing to close
     */
    static AnsiWinInet over(WinInet wide) {
        return over(wide, CodePage.CP_ACP);
    }

    /**
     * Adapts wide functions.
     *
     * @param wide the wide functions
     * @param codePage the code page of all text but headers, for example 1252, 932 or 65001
     * @return the A functions; nothing to close
     * @throws IllegalArgumentException if this JVM does not know the code page
     */
    static AnsiWinInet over(WinInet wide, int codePage) {
        return AnsiBorder.create(wide, AnsiText.of(codePage));
    }

    /**
     * Adapts wide functions.
     *
     * @param wide the wide functions
     * @param charset the code page of all text but headers
     * @return the A functions; nothing to close
     * @throws IllegalArgumentException if the charset does not contain ASCII
     */
    static AnsiWinInet over(WinInet wide, Charset charset) {
        return AnsiBorder.create(wide, AnsiText.of(charset));
    }

    /**
     * Returns what a caller gave as a callback, whichever form of the function took it (R-CB-1).
     *
     * @param callback a callback that the wide functions know, or null
     * @return the caller's own
     */
    static @Nullable StatusCallback given(@Nullable StatusCallback callback) {
        return AnsiCallbacks.unwrap(callback);
    }
}
