package io.github.wininet4j.ansi;

import io.github.wininet4j.function.SessionFunctions;
import io.github.wininet4j.type.DwordRef;
import io.github.wininet4j.type.HINTERNET;
import io.github.wininet4j.type.StatusCallback;
import org.jspecify.annotations.Nullable;

/** {@link SessionFunctions} over bytes: sessions, connections, callbacks. */
public interface AnsiSessionFunctions {
    /**
     * As {@link SessionFunctions#InternetOpen}. The agent is header text and goes out byte for byte (R-GEN-14,
     * R-WIRE-2).
     *
     * @param lpszAgent the User-Agent, ISO-8859-1
     * @param dwAccessType as there
     * @param lpszProxy proxies in the code page, or null
     * @param lpszProxyBypass hosts in the code page, or null
     * @param dwFlags as there
     * @return the session, or null
     * @see "R-OPEN; InternetOpen"
     */
    @Nullable
    HINTERNET InternetOpenA(
            byte @Nullable [] lpszAgent,
            int dwAccessType,
            byte @Nullable [] lpszProxy,
            byte @Nullable [] lpszProxyBypass,
            int dwFlags);

    /**
     * As {@link SessionFunctions#InternetConnect}, with all text in the code page; a host outside ASCII is encoded as
     * IDN.
     *
     * @param hInternet the session
     * @param lpszServerName host name or address
     * @param nServerPort as there
     * @param lpszUserName user name, or null
     * @param lpszPassword password, or null
     * @param dwService as there
     * @param dwFlags as there
     * @param dwContext as there
     * @return the connection, or null
     * @see "R-CONN; InternetConnect"
     */
    @Nullable
    HINTERNET InternetConnectA(
            @Nullable HINTERNET hInternet,
            byte @Nullable [] lpszServerName,
            int nServerPort,
            byte @Nullable [] lpszUserName,
            byte @Nullable [] lpszPassword,
            int dwService,
            int dwFlags,
            long dwContext);

    /**
     * As {@link SessionFunctions#InternetSetStatusCallback}; the callback receives every text as a {@code ByteBlock} of
     * bytes with their NUL, the length counting them (R-CB-10, R-STAT-110). The plain name of the C library is this
     * function.
     *
     * @param hInternet the handle
     * @param lpfnInternetCallback the callback, or null for none
     * @return what was set before: the very object that was given to this function, null, or
     *     {@link StatusCallback#INTERNET_INVALID_STATUS_CALLBACK} on failure (R-CB-1)
     * @see "R-CB; InternetSetStatusCallback"
     */
    @Nullable
    StatusCallback InternetSetStatusCallbackA(
            @Nullable HINTERNET hInternet, @Nullable StatusCallback lpfnInternetCallback);

    /**
     * As {@link SessionFunctions#InternetGetLastResponseInfo}, with sizes in bytes of the code page.
     *
     * @param lpdwError receives the error
     * @param lpszBuffer receives the text and its NUL, or null
     * @param lpdwBufferLength in: room in bytes; out: as there, in bytes
     * @return whether it worked
     * @see "R-LASTRESP; InternetGetLastResponseInfo"
     */
    boolean InternetGetLastResponseInfoA(
            @Nullable DwordRef lpdwError, byte @Nullable [] lpszBuffer, @Nullable DwordRef lpdwBufferLength);
}
