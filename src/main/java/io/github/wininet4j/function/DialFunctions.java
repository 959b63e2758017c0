package io.github.wininet4j.function;

import io.github.wininet4j.annotation.Optional;
import io.github.wininet4j.annotation.Out;
import io.github.wininet4j.annotation.ReturnsError;
import io.github.wininet4j.annotation.SizedBy;
import io.github.wininet4j.constant.DialFlag;
import io.github.wininet4j.constant.Win32Error;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the computer is connected, and dialling. The engine has no modem: it reports a configured local network, and
 * dialling succeeds without doing anything or fails with {@link Win32Error#ERROR_NO_CONNECTION} (R-DIAL-10). No
 * function shows a window.
 */
public interface DialFunctions {
    /**
     * Makes sure that there is a connection before the first request.
     *
     * @param dwReserved reserved, 0
     * @return {@link Win32Error#ERROR_SUCCESS} or an error number
     * @see "R-DIAL-1; InternetAttemptConnect"
     */
    @ReturnsError
    int InternetAttemptConnect(int dwReserved);

    /**
     * Tests whether a server can be reached; blocks, and does not work through proxies.
     *
     * @param lpszUrl a URL of the server, or null for any server known to be near
     * @param dwFlags {@link DialFlag#FLAG_ICC_FORCE_CONNECTION} to make a connection, or 0
     * @param dwReserved reserved, 0
     * @return whether it can be reached; else {@link Win32Error#ERROR_NOT_CONNECTED}
     * @see "R-DIAL-2, R-DIAL-3; InternetCheckConnection"
     */
    boolean InternetCheckConnection(@Optional @Nullable String lpszUrl, int dwFlags, int dwReserved);

    /**
     * Returns whether the computer is connected and how.
     *
     * @param lpdwFlags receives {@link DialFlag} bits, also if the answer is no
     * @param dwReserved reserved, 0
     * @return whether it is connected
     * @see "R-DIAL-4; InternetGetConnectedState"
     */
    boolean InternetGetConnectedState(@Out @Optional @Nullable DwordRef lpdwFlags, int dwReserved);

    /**
     * Returns whether the computer is connected, how, and by what name the connection goes.
     *
     * @param lpdwFlags receives {@link DialFlag} bits; may be null
     * @param lpszConnectionName receives the name, cut to fit; may be null
     * @param dwBufLen its size in characters, with the NUL
     * @param dwReserved reserved; not 0 is {@link Win32Error#ERROR_INVALID_PARAMETER} (R-GEN-16)
     * @return whether it is connected
     * @see "R-DIAL-5; InternetGetConnectedStateEx"
     */
    boolean InternetGetConnectedStateEx(
            @Out @Optional @Nullable DwordRef lpdwFlags,
            @Out @Optional @SizedBy(characters = "dwBufLen") @Nullable TextBuffer lpszConnectionName,
            int dwBufLen,
            int dwReserved);

    /**
     * Dials.
     *
     * @param hwndParent the window to show dialogs over, or 0
     * @param lpszConnectoid the entry to dial; null for the default one, empty to let the user choose
     * @param dwFlags {@code INTERNET_DIAL_*} bits
     * @param lpdwConnection receives the number of the connection, for {@link #InternetHangUp}
     * @param dwReserved reserved, 0
     * @return {@link Win32Error#ERROR_SUCCESS}, {@link Win32Error#ERROR_INVALID_PARAMETER},
     *     {@link Win32Error#ERROR_NO_CONNECTION} or {@link Win32Error#ERROR_USER_DISCONNECTION}
     * @see "R-DIAL-7; InternetDial"
     */
    @ReturnsError
    int InternetDial(
            long hwndParent,
            @Optional @Nullable String lpszConnectoid,
            int dwFlags,
            @Out @Nullable LongRef lpdwConnection,
            int dwReserved);

    /**
     * Asks the user for leave to go online for a URL.
     *
     * @param lpszURL the URL
     * @param hwndParent the window to show dialogs over, or 0
     * @param dwFlags {@link DialFlag#INTERENT_GOONLINE_REFRESH} or 0
     * @return whether the computer is online
     * @see "R-DIAL-8; InternetGoOnline"
     */
    boolean InternetGoOnline(@Nullable String lpszURL, long hwndParent, int dwFlags);

    /**
     * Ends a connection of {@link #InternetDial}.
     *
     * @param dwConnection the number of the connection
     * @param dwReserved reserved, 0
     * @return {@link Win32Error#ERROR_SUCCESS} or an error number
     * @see "R-DIAL-8; InternetHangUp"
     */
    @ReturnsError
    int InternetHangUp(long dwConnection, int dwReserved);

    /**
     * Dials the default entry.
     *
     * @param dwFlags {@code INTERNET_AUTODIAL_*} bits
     * @param hwndParent the window to show dialogs over, or 0
     * @return whether the computer is connected
     * @see "R-DIAL-6; InternetAutodial"
     */
    boolean InternetAutodial(int dwFlags, long hwndParent);

    /**
     * Ends the connection of {@link #InternetAutodial}.
     *
     * @param dwReserved reserved, 0
     * @return whether it worked
     * @see "R-DIAL-6; InternetAutodialHangup"
     */
    boolean InternetAutodialHangup(int dwReserved);

    /**
     * Reports the state of a connection that a custom dialler looks after.
     *
     * @param lpszConnectoid the entry
     * @param dwState {@link DialFlag#INTERNET_DIALSTATE_DISCONNECTED}
     * @param dwReserved reserved, 0
     * @return whether it worked
     * @see "R-DIAL; InternetSetDialState"
     */
    boolean InternetSetDialState(@Nullable String lpszConnectoid, int dwState, int dwReserved);

    /**
     * Returns whether the machine has entries to dial. It has none.
     *
     * @return false
     * @see "R-DIAL-10; declared by the SDK without a page"
     */
    boolean DoConnectoidsExist();
}
