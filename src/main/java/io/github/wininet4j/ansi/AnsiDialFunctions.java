package io.github.wininet4j.ansi;

import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.function.DialFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LongRef;
import org.jspecify.annotations.Nullable;

/**
 * {@link DialFunctions} over bytes: names in the code page. The plain names of the C library are these functions where
 * there is one.
 */
public interface AnsiDialFunctions {
    /**
     * As {@link DialFunctions#InternetCheckConnection}.
     *
     * @param lpszUrl a URL of the server, or null
     * @param dwFlags as there
     * @param dwReserved reserved, 0
     * @return whether it can be reached
     * @see "R-DIAL-2; InternetCheckConnection"
     */
    boolean InternetCheckConnectionA(byte @Nullable [] lpszUrl, int dwFlags, int dwReserved);

    /**
     * As {@link DialFunctions#InternetGetConnectedStateEx}.
     *
     * @param lpdwFlags as there
     * @param lpszConnectionName receives the name, cut to fit; may be null
     * @param dwBufLen its size in bytes, with the NUL
     * @param dwReserved reserved, 0
     * @return whether the computer is connected
     * @see "R-DIAL-5; InternetGetConnectedStateEx"
     */
    boolean InternetGetConnectedStateExA(
            @Nullable DwordRef lpdwFlags, byte @Nullable [] lpszConnectionName, int dwBufLen, int dwReserved);

    /**
     * As {@link DialFunctions#InternetDial}.
     *
     * @param hwndParent as there
     * @param lpszConnectoid the entry, or null
     * @param dwFlags as there
     * @param lpdwConnection as there
     * @param dwReserved reserved, 0
     * @return as there
     * @see "R-DIAL-7; InternetDial"
     */
    @ReturnsError
    int InternetDialA(
            long hwndParent,
            byte @Nullable [] lpszConnectoid,
            int dwFlags,
            @Nullable LongRef lpdwConnection,
            int dwReserved);

    /**
     * As {@link DialFunctions#InternetGoOnline}.
     *
     * @param lpszURL the URL
     * @param hwndParent as there
     * @param dwFlags as there
     * @return whether the computer is online
     * @see "R-DIAL-8; InternetGoOnline"
     */
    boolean InternetGoOnlineA(byte @Nullable [] lpszURL, long hwndParent, int dwFlags);

    /**
     * As {@link DialFunctions#InternetSetDialState}.
     *
     * @param lpszConnectoid the entry
     * @param dwState as there
     * @param dwReserved reserved, 0
     * @return whether it worked
     * @see "R-DIAL; InternetSetDialState"
     */
    boolean InternetSetDialStateA(byte @Nullable [] lpszConnectoid, int dwState, int dwReserved);
}
