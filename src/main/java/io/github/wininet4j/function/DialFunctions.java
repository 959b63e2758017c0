package io.github.wininet4j.function;

import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.LongRef;
import io.github.wininet4j.type.TextBuffer;
import org.jspecify.annotations.Nullable;

/** TODO-DOC */
public interface DialFunctions {
    /** TODO-DOC */
    int InternetAttemptConnect(int dwReserved);

    /** TODO-DOC */
    boolean InternetCheckConnection(@Nullable String lpszUrl, int dwFlags, int dwReserved);

    /** TODO-DOC */
    boolean InternetGetConnectedState(@Nullable DwordRef lpdwFlags, int dwReserved);

    /** TODO-DOC */
    boolean InternetGetConnectedStateEx(
            @Nullable DwordRef lpdwFlags, @Nullable TextBuffer lpszConnectionName, int dwBufLen, int dwReserved);

    /** TODO-DOC */
    int InternetDial(
            long hwndParent,
            @Nullable String lpszConnectoid,
            int dwFlags,
            @Nullable LongRef lpdwConnection,
            int dwReserved);

    /** TODO-DOC */
    boolean InternetGoOnline(@Nullable String lpszURL, long hwndParent, int dwFlags);

    /** TODO-DOC */
    int InternetHangUp(long dwConnection, int dwReserved);

    /** TODO-DOC */
    boolean InternetAutodial(int dwFlags, long hwndParent);

    /** TODO-DOC */
    boolean InternetAutodialHangup(int dwReserved);

    /** TODO-DOC */
    boolean InternetSetDialState(@Nullable String lpszConnectoid, int dwState, int dwReserved);
}
